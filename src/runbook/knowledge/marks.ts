import type { Role } from '../model.ts';

/** What a mark may speak for: the next block, the section whose heading is next to it, the whole file. */
export type MarkScope = 'block' | 'section' | 'file';

interface MarkForm {
  readonly value: 'text' | 'duration' | 'flag' | 'role';
  readonly speaksFor: readonly MarkScope[];
}

export const ROLES: readonly Role[] = ['diagnose', 'mitigate', 'verify', 'escalate', 'reference'];

/** The marks that a team may write. `docs/marks.md` says what each does. */
export const MARKS = {
  name: { value: 'text', speaksFor: ['block'] },
  expect: { value: 'text', speaksFor: ['block'] },
  fallback: { value: 'flag', speaksFor: ['block'] },
  role: { value: 'role', speaksFor: ['block', 'section'] },
  when: { value: 'text', speaksFor: ['block', 'section'] },
  skip: { value: 'flag', speaksFor: ['block', 'section'] },
  choice: { value: 'text', speaksFor: ['block', 'section'] },
  option: { value: 'text', speaksFor: ['block', 'section'] },
  timeout: { value: 'duration', speaksFor: ['block', 'section', 'file'] },
  branch: { value: 'text', speaksFor: ['section', 'file'] },
  procedure: { value: 'flag', speaksFor: ['section', 'file'] },
  alert: { value: 'text', speaksFor: ['section', 'file'] },
  severity: { value: 'text', speaksFor: ['section', 'file'] },
  recover: { value: 'duration', speaksFor: ['section', 'file'] },
  downtime: { value: 'duration', speaksFor: ['section', 'file'] },
} as const satisfies Readonly<Record<string, MarkForm>>;

export type MarkName = keyof typeof MARKS;

export const MARK_NAMES = Object.keys(MARKS) as readonly MarkName[];

/** What has no effect beside a mark that takes the thing itself away. */
export const POINTLESS: readonly {
  readonly mark: MarkName;
  readonly is: boolean;
  readonly beside: readonly MarkName[];
}[] = [
  { mark: 'skip', is: true, beside: ['timeout', 'expect', 'fallback', 'when', 'choice', 'option'] },
  { mark: 'procedure', is: false, beside: ['alert', 'severity', 'recover', 'downtime'] },
];
