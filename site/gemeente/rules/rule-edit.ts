import type { Client } from '../../client.ts';
import { keyOf, problemOf, type Refused } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { type Draft, draftsIn, fieldOf, isKind, newDraft, toRule } from './rule-form.ts';
import { texts } from '../../texts/index.ts';

type Answer = Awaited<ReturnType<Client['programmes'][':id']['rule-sets']['preview']['$post']>>;
type PreviewBody = Extract<Awaited<ReturnType<Answer['json']>>, { replayed: number }>;

/** What became of a form with rules. */
export type Edited = {
  drafts: Draft[];
  /** The version that was saved; then there is no page to show. */
  saved: number | null;
  refused: (Refused & { status: number }) | null;
  preview: PreviewBody | null;
  /** The rules that were looked at, as text. */
  previewed: string | null;
  changedSince: boolean;
  validFrom: string | undefined;
  basedOn: number | undefined;
  /** What was done, in words. */
  done: string | null;
};

/** Does what the pressed button says: add or remove a rule, look at what changes, or save. */
export async function editRules(
  api: Client,
  id: string,
  form: Record<string, string>,
  locale: Locale,
): Promise<Edited> {
  const t = texts(locale).rules;
  const drafts = draftsIn(form);
  const validFrom = form.validFrom || undefined;
  const basedOn = Number(form.basedOn) || undefined;
  const edited: Edited = {
    drafts,
    saved: null,
    refused: null,
    preview: null,
    previewed: null,
    changedSince: false,
    validFrom,
    basedOn,
    done: null,
  };
  const intent = form.intent ?? 'preview';
  const kind = form.addKind;
  if (intent === 'add' && isKind(kind)) {
    return { ...edited, drafts: [...drafts, newDraft(kind)], done: t.edit.added(t.kind(kind).title) };
  }
  const gone = /^remove-(\d+)$/.exec(intent)?.[1];
  if (gone !== undefined) {
    const removed = drafts[Number(gone)];
    const left = drafts.filter((draft) => draft !== removed);
    return { ...edited, drafts: left, done: removed ? t.edit.removed(t.kind(removed.kind).title) : null };
  }

  const rules = drafts.map(toRule);
  const seen = JSON.stringify(rules);
  const wantsToSave = intent === 'save';
  const param = { id };
  if (wantsToSave && form.previewed === seen) {
    const answer = await api.programmes[':id']['rule-sets'].$post({
      param,
      header: keyOf(form),
      json: { rules, validFrom: validFrom ?? '', ...(basedOn !== undefined && { basedOn }) },
    });
    if (answer.ok) return { ...edited, saved: (await answer.json()).version };
    edited.refused = { values: form, status: answer.status, ...(await problemOf(answer)) };
  }
  const looked = await api.programmes[':id']['rule-sets'].preview.$post({
    param,
    header: {},
    json: { rules },
  });
  if (looked.ok) {
    return {
      ...edited,
      preview: await looked.json(),
      previewed: seen,
      changedSince: wantsToSave && form.previewed !== seen,
    };
  }
  edited.refused ??= { values: form, status: looked.status, ...(await problemOf(looked)) };
  return edited;
}

type Message = { at: number | null; field: string; id: string; message: string };

/** What is wrong, at the fields of the form, one message per field. */
export function messagesOf(refused: Refused | null, locale: Locale): Message[] {
  const { rules: t, problems } = texts(locale);
  const messages = new Map<string, Message>();
  for (const error of refused?.fields ?? []) {
    const { at, field, id } = fieldOf(error.name);
    const own = error.code === 'explained' ? undefined : t.errors[field];
    if (!messages.has(id)) messages.set(id, { at, field, id, message: own ?? problems.field(error) });
  }
  return [...messages.values()];
}
