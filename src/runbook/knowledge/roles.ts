import type { Role } from '../model.ts';

/** What a heading's, a title's or a comment's words say of a part's role; the first that matches counts. */
export const ROLE_WORDS: readonly { readonly role: Role; readonly words: RegExp }[] = [
  {
    role: 'escalate',
    words: /\b(escalat\w*|who to (call|page)|contacts?|page (the )?(on-?call|lead|cto))\b/i,
  },
  {
    role: 'verify',
    words:
      /\b(verif\w*|validat\w*|confirm\w*|smoke tests?|test recovery|post-?checks?|health checks? after|is it back)\b/i,
  },
  // A question is looked into, whatever its words.
  {
    role: 'diagnose',
    words: /^(?:is|are|does|do|did|has|have|can|what|why|who|how|which|where|when)\b.*\?$/i,
  },
  // What is looked for may be called anything: "Check which container was killed".
  {
    role: 'diagnose',
    words:
      /^\W*(?:check|find|identify|inspect|examine|list|look|monitor|show|watch)\b(?!.*\b(?:and|then) \w)/i,
  },
  {
    role: 'mitigate',
    words:
      /\b(mitigat\w*|resol(ve|ution)\w*|solutions?|workarounds?|fix(es)?|recover\w*|restor\w*|remediat\w*|restart\w*|repair\w*|roll ?back\w*|kill\w*|terminate\w*|clear\w*|flush\w*|scale\w*|clean(\s?up)?\w*|rotate\w*|truncate\w*|increase\w*|enable|disable|block|actions?)\b/i,
  },
  {
    role: 'diagnose',
    words:
      /\b(diagnos\w*|investigat\w*|triage|symptoms?|check\w*|find\w*|identif\w*|analy[sz]e\w*|inspect\w*|look|debug\w*|monitor\w*|logs?|root cause|detection|assess\w*|examine|review)\b/i,
  },
  {
    role: 'reference',
    words:
      /\b(reference|overview|impact|meaning|background|contents|severity|sla|matrix|template|appendix|glossary|links|long-?term|prevention|post-?incident|contacts|resources|communication)\b/i,
  },
];

export const roleOfWords = (text: string): Role | undefined =>
  ROLE_WORDS.find(({ words }) => words.test(text))?.role;
