import type { Placeholder } from './model.ts';

/** What a reader must replace, by its look. */
const FORMS: readonly RegExp[] = [
  /<([A-Za-z][\w .:/-]*)>(?!>)/g,
  /\[([A-Za-z][\w]*(?:[ _-][\w]+)+)\]/g,
  /\{([a-z][\w-]*)\}/g,
  /\b(YOUR[_-][A-Z0-9_-]+|[A-Z]+_HERE|CHANGEME|REPLACE_ME|X{3,})\b/g,
  /(?<=[\s/=])\.\.\.(?=\s|$)/g,
  /\b(x\.x\.x\.x)\b/g,
];

/** The placeholders of a command, in order. `${VAR}` and what a shell, Go template or jq filter means by braces is none. */
export const findPlaceholders = (text: string): readonly Placeholder[] =>
  FORMS.flatMap((form) => [...text.matchAll(form)])
    .filter(
      (match) => !/[$%{]/.test(text[match.index - 1] ?? '') && text[match.index + match[0].length] !== '}',
    )
    .map((match) => ({
      text: match[0],
      name: (match[1] ?? match[0]).trim(),
      span: [match.index, match.index + match[0].length] as const,
    }))
    .sort((a, b) => a.span[0] - b.span[0]);
