import { expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { approval, reviewing, SHIELDED } from '../support/reviews.ts';
import { storedMails } from '../support/stored-mails.ts';

const api = await testApi();
const { db, sql, time, enqueueMail } = api;
const { programmeWith, book, cancel, review, declare } = reviewing(api);
const mails = storedMails(sql);
const asking = await programmeWith([{ kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 }], {
  deMinimis: 'applicable',
});
const made = await programmeWith();

/** Until all is sent; what is sent later has a later time. */
async function settled() {
  await mails.settled();
  time.now = new Date(time.now.getTime() + 1000);
}
/** Without the one that asks to confirm: that may be overtaken. */
async function subjectsTo(email: string) {
  await settled();
  return (await mails.to(email))
    .map(({ subject }) => subject.split(':')[0])
    .filter((subject) => !subject!.startsWith('Bevestig '));
}
/** Of the newest mail, on one line. */
const textOf = (all: { text: string }[]) => all.at(-1)!.text.replace(/\s+/g, ' ');
const tellAgain = (registrationId: string, decisionId: string) =>
  db.transaction((tx) => enqueueMail(tx, { kind: 'decision', registrationId, decisionId }));

it('a decision that changes after confirming is mailed with every reason, and one at confirming is in that mail', async () => {
  const { id, email } = await book(asking.session.id);
  expect(await subjectsTo(email)).toEqual(['Bevestiging']);
  await declare(id, { deMinimisCents: 0 });
  expect(await subjectsTo(email)).toEqual(['Bevestiging', 'Besluit']);
  const mail = textOf(await mails.to(email));
  expect(mail).toContain('Alles is in orde');
  expect(mail).toContain('€ 300.000 in 3 jaar');
  expect(mail).toContain('de-minimissteun van € 100');

  await declare(id, { deMinimisCents: 300_000_00 });
  await settled();
  const refused = textOf(await mails.to(email));
  expect(refused).toContain('Uw aanmelding past niet bij de regels');
  expect(refused).toContain('Klopt uw verklaring over steun niet? Verbeter die dan.');
});

it('the confirmation of a place that is granted says that it is de-minimis aid', async () => {
  const { email } = await book(asking.session.id, { deMinimisCents: 0 });
  await settled();
  expect(textOf(await mails.to(email))).toContain('de-minimissteun van € 100');
});

it('the outcome of a review is one mail, with the words of who looked', async () => {
  const { id, email } = await book(made.session.id, { kvkNumber: SHIELDED });
  await settled();
  await review(id, made.staff, { ...approval, motivation: 'Uw bedrijf zit hier.\nWelkom.' });
  expect(await subjectsTo(email)).toEqual(['Bevestiging', 'Uitkomst']);
  const text = textOf(await mails.to(email));
  expect(text).toContain('betaalt mee');
  expect(text).toContain('Uw bedrijf zit hier.');
});

it('a decision that was overtaken while its mail waited is not told any more', async () => {
  const { id, email } = await book(made.session.id, { kvkNumber: SHIELDED });
  await settled();
  const [before] =
    await sql`select id from decisions where registration_id = ${id} order by decided_at desc, id desc limit 1`;
  await tellAgain(id, before!.id as string);
  expect((await subjectsTo(email)).at(-1)).toBe('Besluit');
  await review(id, made.staff);
  await tellAgain(id, before!.id as string);
  expect((await subjectsTo(email)).filter((it) => it === 'Besluit')).toHaveLength(1);

  const gone = await book(made.session.id, { kvkNumber: SHIELDED });
  const [last] =
    await sql`select id from decisions where registration_id = ${gone.id} order by decided_at desc, id desc limit 1`;
  await cancel(gone.id);
  await tellAgain(gone.id, last!.id as string);
  expect(await subjectsTo(gone.email)).not.toContain('Besluit');
});
