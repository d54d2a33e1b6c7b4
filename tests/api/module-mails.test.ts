import { beforeAll, describe, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { storedMails } from '../support/stored-mails.ts';

const { db, sql, time, call, signIn, enqueueMail } = await testApi();
const mails = storedMails(sql);

type Role = Parameters<typeof makeStaff>[1][number];
type Person = { id: string; email: string; cookie: string };
const person = async (role: Role): Promise<Person> => {
  const { id, email } = await makeStaff(db, [role]);
  return { id, email, cookie: await signIn(email) };
};
let reviewed: ProgrammeFixture;
const people = {} as Record<
  'boss' | 'editor' | 'door' | 'chief' | 'clerk' | 'money' | 'reader' | 'elsewhere' | 'otherCity',
  Person
>;
beforeAll(async () => {
  reviewed = await makeProgramme(db, time.now, { reviewsModules: true });
  const elsewhere = await makeProgramme(db, time.now, { reviewsModules: true });
  const organisationId = reviewed.association.id;
  const municipalityId = reviewed.municipality.id;
  people.boss = await person({ organisationId });
  people.editor = await person({ organisationId, duty: 'editor' });
  people.door = await person({ organisationId, duty: 'door' });
  people.chief = await person({ municipalityId });
  people.clerk = await person({ municipalityId, duty: 'programme' });
  people.money = await person({ municipalityId, duty: 'money' });
  people.reader = await person({ municipalityId, duty: 'reader' });
  people.elsewhere = await person({ organisationId: reviewed.otherAssociation.id });
  people.otherCity = await person({ municipalityId: elsewhere.municipality.id });
});

let count = 0;
async function make(organisationId = reviewed.association.id, { cookie } = people.editor) {
  const title = `Grip op geld nummer ${++count}`;
  const answer = await call('POST', `/organisations/${organisationId}/modules`, {
    cookie,
    body: {
      programmeId: reviewed.programme.id,
      title,
      kind: 'workshop',
      topic: 'financing',
      summary: 'Wat komt er binnen en wat gaat eruit.',
      description: 'U neemt uw cijfers mee.',
      durationMinutes: 90,
    },
  });
  return { ...(answer.body as { id: string; slug: string }), title };
}
const step = (id: string, name: string, { cookie }: Person, note?: string) =>
  call('POST', `/modules/${id}/steps`, { cookie, body: { step: name, ...(note && { note }) } });

/** Who got a mail about a module, in order of name, and what it says on one line. */
async function toldOf(title: string) {
  await mails.settled();
  const found = await sql<{ recipient: string; subject: string; text: string }[]>`
    select recipient, subject, text from mailbox where subject like ${`%: ${title}`} order by created_at`;
  const name = (email: string) => Object.entries(people).find(([, one]) => one.email === email)?.[0] ?? email;
  return found.map(({ recipient, subject, text }) => ({
    who: name(recipient),
    subject: subject.replace(`: ${title}`, ''),
    text: text.replace(/\s+/g, ' '),
  }));
}
const inShort = (told: { who: string; subject: string }[]) =>
  told.map(({ who, subject }) => `${who}: ${subject}`).sort();

const toReview = ['chief: Een module om te beoordelen', 'clerk: Een module om te beoordelen'];

describe('a module that is submitted', () => {
  it('is mailed once to each who reviews for the municipality, and to nobody else', async () => {
    const { id, slug, title } = await make();
    await Promise.all([step(id, 'submit', people.editor), step(id, 'submit', people.boss)]);
    expect((await step(id, 'submit', people.editor)).status).toBe(200);
    const told = await toldOf(title);
    expect(inShort(told)).toEqual(toReview);
    expect(told[0]!.text).toContain(`${reviewed.association.name} stuurde een module in`);
    expect(told[0]!.text).toContain('Wat komt er binnen en wat gaat eruit.');
    expect(told[0]!.text).toContain(`/gemeente/modules/${slug}`);
  });

  it('is not mailed when it was taken back before its mail left', async () => {
    const { id, title } = await make();
    await step(id, 'submit', people.editor);
    await toldOf(title);
    await step(id, 'take-back', people.editor);
    await db.transaction((tx) =>
      enqueueMail(tx, { kind: 'moduleSubmitted', moduleId: id, accountId: people.chief.id }),
    );
    expect(inShort(await toldOf(title))).toEqual(toReview);
  });

  it('is mailed in the language of the reader', async () => {
    await sql`update accounts set locale = 'en' where id = ${people.clerk.id}`;
    const { id, slug, title } = await make();
    await step(id, 'submit', people.editor);
    const { subject, text } = (await toldOf(title)).find(({ who }) => who === 'clerk')!;
    expect(subject).toBe('A module to review');
    expect(text).toContain(`/en/gemeente/modules/${slug}`);
    await sql`update accounts set locale = 'nl' where id = ${people.clerk.id}`;
  });

  it('of the municipality itself is mailed to the colleagues of who made it', async () => {
    const { id, title } = await make(reviewed.funder.id, people.clerk);
    await step(id, 'submit', people.clerk);
    expect(inShort(await toldOf(title))).toEqual(['chief: Een module om te beoordelen']);
    await step(id, 'approve', people.chief);
    expect(inShort(await toldOf(title))).toEqual([
      'chief: Een module om te beoordelen',
      'clerk: Uw module is goedgekeurd',
    ]);
  });
});

describe('what the municipality decides', () => {
  const submitted = async () => {
    const module = await make();
    await step(module.id, 'submit', people.editor);
    await toldOf(module.title);
    return module;
  };

  it('is mailed once to each who makes modules there, with what must be different', async () => {
    const { id, slug, title } = await submitted();
    const note = 'Schrijf erbij voor wie het is.\nEn wat het kost.';
    expect((await step(id, 'send-back', people.otherCity, note)).status).toBe(404);
    await step(id, 'send-back', people.clerk, note);
    await step(id, 'send-back', people.chief, note);
    const told = await toldOf(title);
    expect(inShort(told)).toEqual([
      'boss: Verander nog iets aan uw module',
      ...toReview,
      'editor: Verander nog iets aan uw module',
    ]);
    const { text } = told.find(({ who }) => who === 'editor')!;
    expect(text).toContain('Schrijf erbij voor wie het is. En wat het kost.');
    expect(text).toContain(`vraagt u iets te veranderen aan ‘${title}’, voor ${reviewed.programme.name}.`);
    expect(text).toContain(`/organisatie/modules/${slug}`);
  });

  it('is mailed when it is approved, and an answer that no longer stands is not', async () => {
    const { id, title } = await submitted();
    await step(id, 'approve', people.clerk);
    await step(id, 'approve', people.chief);
    const all = [...toReview, 'boss: Uw module is goedgekeurd', 'editor: Uw module is goedgekeurd'].sort();
    expect(inShort(await toldOf(title))).toEqual(all);
    await db.transaction((tx) =>
      enqueueMail(tx, {
        kind: 'moduleDecided',
        moduleId: id,
        accountId: people.editor.id,
        step: 'send-back',
      }),
    );
    expect(inShort(await toldOf(title))).toEqual(all);
  });
});
