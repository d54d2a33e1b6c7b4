import type { ProblemCode } from '../../../api/http/problem.ts';

export const problemsAtWork = {
  'already-staff': { title: 'This person works here already', text: 'You can change the role below.' },
  'last-administrator': {
    title: 'An administrator must stay',
    text: 'Make someone else an administrator first. Then this can be done.',
  },
  'invitation-ended': {
    title: 'This invitation is no longer valid',
    text: 'It was withdrawn, turned down or is too old. Feel free to ask for a new one.',
  },
  'not-open-to-all': {
    title: 'This session cannot be opened like this',
    text: 'This programme is for all entrepreneurs, members or not. First change the points below.',
  },
  'module-not-published': {
    title: 'This module takes no new sessions',
    text: 'You can only make sessions of a module that is published. See with your modules how this one stands.',
  },
  'module-not-changeable': {
    title: 'That cannot be done with this module now',
    text: 'Nothing was changed. Perhaps a colleague just did something. Below you see how the module stands now.',
  },
  'not-a-party': {
    title: 'Your organisation takes no part in this programme',
    text: 'Ask the municipality to add your organisation.',
  },
  'session-not-draft': {
    title: 'This session is already published',
    text: 'Only a draft can be deleted. Is the session off? Then cancel it.',
  },
  'rules-changed': {
    title: 'Other rules were saved in the meantime',
    text: 'Someone else just saved a new version. Look at it, and then save your version again.',
  },
  'quarter-not-over': {
    title: 'This quarter is not over yet',
    text: 'You can settle and evaluate it from the day after the last day of the quarter.',
  },
  'nothing-to-settle': {
    title: 'There is nothing new to settle',
    text: 'Nothing changed since the last settlement. If something changes later, you settle only the difference.',
  },
  'billing-incomplete': {
    title: 'Details for the invoice are missing',
    text: 'Fill in the invoice details first. Then you can download the file.',
  },
  'attendance-too-early': {
    title: 'It is too early',
    text: 'Attendance can be marked from one hour before the start. Please come back then.',
  },
  'attendance-not-confirmed': {
    title: 'This booking has changed in the meantime',
    text: 'Someone has cancelled. Below is the list as it is now.',
  },
  'session-not-changeable': {
    title: 'You can no longer change this session',
    text: 'Changes are possible until the start, as long as the session goes ahead. Nothing has changed.',
  },
  'capacity-below-taken': {
    title: 'More places are already taken',
    text: 'Nothing has changed. Choose a higher number of places.',
  },
  'no-original-place': {
    title: 'One of these sessions has always been online',
    text: 'Nothing has changed. Choose a place at that session itself.',
  },
  'no-phase': {
    title: 'No money is set apart for this quarter',
    text: 'This quarter has no phase. So there is nothing to lower or pause either.',
  },
  'evaluation-needed': {
    title: 'The quarter before has not been evaluated yet',
    text: 'First record the evaluation of the quarter before. Then you can release this phase.',
  },
  'programme-stopped': {
    title: 'It was decided to stop',
    text: 'The municipality decided that this programme stops. So no more money is released.',
  },
  'phase-not-changeable': {
    title: 'That cannot be done with this phase now',
    text: 'Nothing changed. Perhaps a colleague just did it. Below you see how the phase is now.',
  },
  'phase-change-in-effect': {
    title: 'This decision works already',
    text: 'Nothing changed. A decision can be undone only as long as it does not work yet. You can take a new decision.',
  },
  'phase-change-needed': {
    title: 'A later decision rests on this one',
    text: 'Nothing changed. First undo the later decision about this phase.',
  },
  'quarter-not-begun': {
    title: 'This quarter has yet to begin',
    text: 'A phase can be set to paid from the first day of its quarter.',
  },
  'nothing-to-review': {
    title: 'There is nothing to review here now',
    text: 'A decision was made already, or the municipality already pays. Below you see how it is now.',
  },
  'decision-changed': {
    title: 'There is a new decision',
    text: 'Nothing was saved. Below you see the newest decision. Please see whether you agree with it.',
  },
  'organisation-not-approved': {
    title: 'This organisation does not take part',
    text: 'The municipality has not approved it yet, or it has ended. Ask the municipality.',
  },
} satisfies Partial<Record<ProblemCode, { title: string; text: string }>>;
