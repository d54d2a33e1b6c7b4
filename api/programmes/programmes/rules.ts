export type TargetGroup = 'knowledgeAndCoaching' | 'inspiration' | 'network';

/**
 * The group of a target that a kind of session counts for (Back on Track, B&W 2-11-2021: 8-12 kennis- en
 * coachingsessies, 2 inspiratiesessies, 1 netwerkbijeenkomst). A workshop passes on knowledge; one-to-one is coaching.
 */
export const groupOf = (kind: string): TargetGroup | 'other' => {
  switch (kind) {
    case 'knowledge':
    case 'coaching':
    case 'workshop':
    case 'oneOnOne':
      return 'knowledgeAndCoaching';
    case 'inspiration':
    case 'network':
      return kind;
    default:
      return 'other';
  }
};
