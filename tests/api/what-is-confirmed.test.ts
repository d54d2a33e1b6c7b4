import { beforeAll, describe, expect, it } from 'vitest';
import { challengeToken } from '../../api/unit-of-work/secrets.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { storedMails } from '../support/stored-mails.ts';

/* What is confirmed is what stood in the mail that was answered, whatever others typed with the same address since. */
const { db, sql, time, config, call, latestCode, prove } = await testApi();
const mails = storedMails(sql);
const sentence = {
  code: 'geen-faillissement',
  nl: 'Mijn bedrijf is niet failliet.',
  en: 'I am not bankrupt.',
};
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  const rules = [{ kind: 'declarations', items: [sentence] }];
  await sql`update rule_sets set rules = ${sql.json(rules)} where programme_id = ${programme.programme.id}`;
});

let person = 0;
const email = () => `eigenaar${++person}@voorbeeld.example`;
const declared = (answer: boolean) => ({ declarations: { [sentence.code]: answer } });
const book = async (sessionId: string, body: object) =>
  (await call('POST', `/sessions/${sessionId}/registrations`, { body })).body as { id: string };
const keptOf = async (id: string) => {
  const [row] = await sql`select r.name, r.kvk_number as "kvkNumber", r.locale,
    (select answers from declarations where registration_id = r.id order by created_at desc, id desc limit 1) as answers
    from registrations r where r.id = ${id}`;
  return row;
};

describe('a stranger repeats a booking with the address of someone', () => {
  it('and changes nothing of what the first mail confirms', async () => {
    const { id: session } = await makeSession(db, programme, time.now, { capacity: 5 });
    const owner = { name: 'Noor Jansen', email: email(), kvkNumber: '69599084', ...declared(true) };
    const mine = await book(session, owner);
    const code = await latestCode(mine.id);
    time.now = new Date(time.now.getTime() + 1);
    const stranger = { ...owner, name: 'Sem Vals', kvkNumber: '68750110', locale: 'en', ...declared(false) };
    const other = await book(session, stranger);
    expect(other.id).not.toBe(mine.id);
    const answer = await call('POST', `/registrations/${mine.id}/confirmation`, { body: { code } });
    expect(answer.body).toMatchObject({ id: mine.id, status: 'confirmed' });
    expect(await keptOf(mine.id)).toEqual({
      name: 'Noor Jansen',
      kvkNumber: '69599084',
      locale: 'nl',
      answers: declared(true).declarations,
    });
    const [known] = await sql`select e.name, b.kvk_number as "kvkNumber" from entrepreneurs e
      join registrations r on r.entrepreneur_id = e.id join businesses b on b.id = e.business_id where r.id = ${mine.id}`;
    expect(known).toEqual({ name: 'Noor Jansen', kvkNumber: '69599084' });
    // What the stranger asked for opens nothing any more.
    expect(problemIn(await prove(other.id)).code).toBe('already-registered');
  });

  it('and whoever confirms reads what was filled in, in the mail and on the page', async () => {
    const { id: session } = await makeSession(db, programme, time.now, { capacity: 5 });
    const owner = { name: 'Noor Jansen', email: email(), kvkNumber: '69599084', ...declared(true) };
    await book(session, owner);
    await mails.settled();
    time.now = new Date(time.now.getTime() + 1000);
    const stranger = {
      ...owner,
      name: 'Sem Vals van evil.example',
      kvkNumber: '68750110',
      ...declared(false),
    };
    const other = await book(session, stranger);
    await mails.settled();
    const [mine, theirs] = (await mails.to(owner.email)).map(({ text }) => text.replace(/\s+/g, ' '));
    for (const given of ['Noor Jansen', '69599084', 'Mijn bedrijf is niet failliet. (ja)']) {
      expect(mine).toContain(given);
      expect(theirs).not.toContain(given);
    }
    expect(theirs).toContain('Sem Vals van evil . example');
    const [challenge] = await sql`select id from challenges where registration_id = ${other.id}`;
    const token = challengeToken(config.secret, challenge!.id as string);
    expect((await call('GET', `/registration-confirmations/${token}`)).body).toMatchObject({
      id: other.id,
      given: {
        name: stranger.name,
        kvkNumber: '68750110',
        declarations: [{ sentence: 'Mijn bedrijf is niet failliet.', answer: false }],
        deMinimisCents: null,
      },
    });
  });
});
