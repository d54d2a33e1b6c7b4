import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** What a program finds in a file: every event with its moments as instants. */
export type Found = {
  uid: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  status: string;
  summary: string;
  location: string;
};

const order = (a: Found, b: Found) => a.uid.localeCompare(b.uid) || a.startsAt.localeCompare(b.startsAt);

/** As ical.js reads it (that of Thunderbird), with the zone that stands in the file itself. */
export function readByIcalJs(content: string): Found[] {
  const file = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const zone = new ICAL.Timezone(file.getFirstSubcomponent('vtimezone')!);
  const instant = (time: ICAL.Time) => {
    if (time.zone !== ICAL.Timezone.utcTimezone) time.zone = zone;
    return time.toJSDate().toISOString();
  };
  return file
    .getAllSubcomponents('vevent')
    .map((component) => {
      const event = new ICAL.Event(component, { strictExceptions: true });
      return {
        uid: event.uid,
        sequence: event.sequence,
        startsAt: instant(event.startDate),
        endsAt: instant(event.endDate),
        status: String(component.getFirstPropertyValue('status')),
        summary: event.summary,
        location: event.location,
      };
    })
    .sort(order);
}

type NodeEvent = {
  type: string;
  uid: string;
  sequence?: string | number;
  start: Date;
  end: Date;
  status: string;
  summary: unknown;
  location: unknown;
  recurrences?: Record<string, NodeEvent>;
};
const text = (value: unknown) =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value);

/** As node-ical reads it, which shares no code with the other. */
export function readByNodeIcal(content: string): Found[] {
  const components = Object.values(nodeIcal.sync.parseICS(content)) as unknown as NodeEvent[];
  const events = components
    .filter(({ type }) => type === 'VEVENT')
    .flatMap((event) => {
      const several = [...new Set(Object.values(event.recurrences ?? {}))];
      return several.length > 0 ? several : [event];
    });
  return events
    .map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      startsAt: event.start.toISOString(),
      endsAt: event.end.toISOString(),
      status: event.status,
      summary: text(event.summary),
      location: text(event.location),
    }))
    .sort(order);
}

const EVENT = {
  required: ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY', 'STATUS'],
  once: [
    'UID',
    'DTSTAMP',
    'DTSTART',
    'DTEND',
    'SEQUENCE',
    'SUMMARY',
    'STATUS',
    'LOCATION',
    'DESCRIPTION',
    'GEO',
  ].concat(['URL', 'ORGANIZER', 'TRANSP', 'LAST-MODIFIED', 'RECURRENCE-ID']),
};
const TEXT = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'NAME', 'X-WR-CALNAME'];

/** The line of a property, in parts. Parameter values may be quoted (RFC 5545, 3.1). */
function propertyOf(line: string) {
  const found =
    /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*)(?:,(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*)*):(.*)$/u.exec(
      line,
    );
  return found && { name: found[1]!, parameters: found[2]!, value: found[3]! };
}

/** Everything in a file that RFC 5545, 5546 or 7986 does not allow, in words; empty when there is nothing. */
export function faultsIn(content: string): string[] {
  const faults: string[] = [];
  if (!content.endsWith('END:VCALENDAR\r\n')) faults.push('does not end with END:VCALENDAR and CRLF');
  if (/(?<!\r)\n|\r(?!\n)/.test(content)) faults.push('has a line break that is not CRLF');
  for (const line of content.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) faults.push(`line over 75 octets: ${line}`);
    if (Buffer.from(line).toString().includes('\uFFFD')) faults.push(`folded inside a character: ${line}`);
  }
  const open: { name: string; seen: string[]; hadChild: boolean }[] = [];
  let method = '';
  const uids: string[] = [];
  for (const line of content
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)) {
    const property = propertyOf(line);
    if (!property) {
      faults.push(`not a property: ${line}`);
      continue;
    }
    const { name, parameters, value } = property;
    const inside = open.at(-1);
    if (/[\p{Cc}]/u.test(line)) faults.push(`control character in: ${name}`);
    if (name === 'BEGIN') {
      if (inside) inside.hadChild = true;
      open.push({ name: value, seen: [], hadChild: false });
      continue;
    }
    if (name === 'END') {
      const closed = open.pop();
      if (closed?.name !== value) faults.push(`END:${value} without BEGIN`);
      if (closed) checkComponent(closed, method, faults);
      continue;
    }
    if (!inside) faults.push(`${name} outside of a component`);
    else {
      if (inside.hadChild) faults.push(`${name} after a component inside ${inside.name}`);
      if (name === 'METHOD') method = value;
      inside.seen.push(name);
      if (inside.name === 'VEVENT' && name === 'UID') uids.push(value);
      if (inside.name === 'VEVENT' && name === 'DTSTAMP' && !/^\d{8}T\d{6}Z$/.test(value))
        faults.push('DTSTAMP not in UTC');
      if (
        inside.name === 'VEVENT' &&
        /^DT(START|END)$/.test(name) &&
        parameters !== ';TZID=Europe/Amsterdam' &&
        !value.endsWith('Z')
      )
        faults.push(`${name} floats`);
      if (TEXT.includes(name) && /[,;]/.test(value.replace(/\\[\\,;nN]/g, '')))
        faults.push(`${name} is not escaped`);
      if (TEXT.includes(name) && /\\(?![\\,;nN])/.test(value.replace(/\\\\/g, '')))
        faults.push(`${name} has a lone backslash`);
      if (/^(URL|CONFERENCE)$/.test(name) && !URL.canParse(value)) faults.push(`${name} is no URI`);
      if (/^(ATTENDEE|ORGANIZER)$/.test(name) && !/^mailto:[^\s@,;]+@[^\s@,;]+$/i.test(value))
        faults.push(`${name} is no mail address`);
    }
  }
  if (open.length > 0) faults.push('a component is not closed');
  if (method && new Set(uids).size !== 1) faults.push('more than one uid in an invitation');
  return faults;
}

function checkComponent({ name, seen }: { name: string; seen: string[] }, method: string, faults: string[]) {
  const times = (property: string) => seen.filter((one) => one === property).length;
  if (name === 'VCALENDAR') {
    for (const one of ['PRODID', 'VERSION'])
      if (times(one) !== 1) faults.push(`VCALENDAR without one ${one}`);
    if (times('METHOD') > 1) faults.push('VCALENDAR with two METHODs');
  }
  if (name === 'VALARM')
    for (const one of ['ACTION', 'TRIGGER', 'DESCRIPTION'])
      if (times(one) !== 1) faults.push(`VALARM without ${one}`);
  if (name !== 'VEVENT') return;
  for (const one of EVENT.required) if (times(one) === 0) faults.push(`VEVENT without ${one}`);
  for (const one of EVENT.once) if (times(one) > 1) faults.push(`VEVENT with two ${one}`);
  if (method && times('ORGANIZER') !== 1) faults.push(`${method} without ORGANIZER`);
  if ((method === 'REQUEST' || method === 'CANCEL') && times('ATTENDEE') !== 1)
    faults.push(`${method} without one ATTENDEE`);
  if (method === 'PUBLISH' && times('ATTENDEE') > 0) faults.push('PUBLISH with an ATTENDEE');
}
