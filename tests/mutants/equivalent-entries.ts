/**
 * Changes that change nothing anyone could see, each with the reason. `file` is the end of the path; `line` the text of the
 * line on which the change begins, needed only where the same change stands more than once in the file.
 */
export type Equivalent = { file: string; line?: string; code: string; becomes: string; because: string };

export type Change = [code: string, becomes: string, line?: string];
/** Several of one file for one reason. */
export const all = (file: string, because: string, ...changes: Change[]): Equivalent[] =>
  changes.map(([code, becomes, line]) => ({ file, code, becomes, because, ...(line && { line }) }));
