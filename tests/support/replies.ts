/** The answer of a calendar program to an invitation, as Google and Outlook write it. */
export const declineOf = ({
  uid,
  email,
  sequence,
  status = 'DECLINED',
}: {
  uid: string;
  email: string;
  sequence: number;
  status?: string;
}) =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'DTSTART:20270202T183000Z',
    'DTEND:20270202T203000Z',
    'DTSTAMP:20270106T090000Z',
    'ORGANIZER;CN=Opkoers:mailto:noreply@opkoers.example',
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${status};CN=`,
    ` Noor;X-NUM-GUESTS=0:mailto:${email}`,
    `SEQUENCE:${sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Declined: Workshop',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

let count = 0;

/** A mail with that answer in it. */
export function mailOf({
  from,
  file,
  attached = false,
  messageId = `<${++count}@example.com>`,
  findings = [],
}: {
  from: string;
  file?: string;
  attached?: boolean;
  messageId?: string | null;
  findings?: string[];
}) {
  const headers = [
    ...findings.map((one) => `Authentication-Results: ${one}`),
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    `From: ${from}`,
    'To: noreply@opkoers.example',
    'Subject: Declined: Workshop',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=grens',
  ];
  const calendar = attached
    ? [
        'Content-Type: application/ics; name=invite.ics',
        'Content-Disposition: attachment; filename=invite.ics',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(file ?? '').toString('base64'),
      ]
    : ['Content-Type: text/calendar; charset=utf-8; method=REPLY', '', file ?? ''];
  const parts = [
    '--grens',
    'Content-Type: text/plain',
    '',
    'Ik kan niet.',
    ...(file ? ['--grens', ...calendar] : []),
  ];
  return [...headers, '', ...parts, '--grens--', ''].join('\r\n');
}
