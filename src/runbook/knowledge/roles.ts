import type { Role } from '../model.ts';

/** What a heading's, a title's or a comment's words say of a part's role; the first that matches counts. */
export const ROLE_WORDS: readonly { readonly role: Role; readonly words: RegExp }[] = [
  {
    role: 'escalate',
    words: /\b(escalat\w*|who to (call|page)|contacts?|page (the )?(on-?call|lead|cto))\b/i,
  },
  // What is to be made sure first is that something is wrong: "Confirm the outage", "Verify that the node is down".
  {
    role: 'diagnose',
    words:
      /^\W*(?:(?:step\s*)?\d+[.):]\s*)?(?:confirm|verify|validate)(?:ing)?\b(?!.*\b(?:resolv|fix|gone|clear|over\b|solv|no longer|recover|restor|stopp|clos|not\b|back\b|again\b))[^,;]*\b(?:outage|problems?|issues?|incident|symptoms?|alerts?|failures?|impact|scope|causes?|diagnosis|false positive|(?:is|are) (?:really |actually |indeed )?(?:down|full|failing|stuck|broken|unreachable|unavailable|unhealthy|dead|lost|degraded|crashing|hung|slow))\b/i,
  },
  {
    role: 'verify',
    words:
      /^\W*how (?:do|can|will|would) (?:i|we|you) (?:know|tell|see)\b.*\b(?:fixed|works?|worked|resolved|back|over|better|solved)\b/i,
  },
  // "Wait until it is healthy"
  {
    role: 'verify',
    words:
      /^\W*(?:(?:step\s*)?\d+[.):]\s*)?(?:(?:and|then|now),?\s+)?wait(?:ing)? (?:until|till|for)\b[^?]*\b(?:healthy|ready|up|running|back|available|online|again|accepting connections|finish(?:es|ed)?|complet(?:es?|ed)|synced)\b/i,
  },
  // "Check that the promotion is successful"
  {
    role: 'verify',
    words:
      /^\W*(?:(?:step\s*)?\d+[.):]\s*)?check(?:ing)?\b(?!.*\bnot\b)[^?]*\b(?:success\w*|succeed(?:s|ed)?|resolution|resolved|fixed|recover(?:ed|y)|solved|gone|(?:is|are|works?|up|back|running|healthy) again|back (?:up|to normal|online)|as expected)\W*$/i,
  },
  {
    role: 'mitigate',
    words:
      /^\W*(?:what (?:to do|(?:should|can|must|do) (?:i|we|you) do)|how (?:to|do i|do we|can i|can we|do you|can you) (?:fix|resolve|solve|repair|recover|mitigate|restore))\b/i,
  },
  {
    role: 'mitigate',
    words: /^\W*(?:\d+[.)]\s*)?(?:unseal|fail-?over|fail-?back|promote)(?:ing)?\b(?!.*\?)/i,
  },
  {
    role: 'verify',
    words:
      /\b(verif(?:y|ies|ying|ications?)|validat(?:e|es|ing|ions?)|confirm(?!ed)\w*|smoke tests?|test recovery|post-?checks?|health checks? after|is it back)\b/i,
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
      /^\W*(?:purpose|related|see also|further (?:reading|information)|definitions?)\b|^\W*(?:(?:useful|additional|other|related|external|more|online)\s+)?resources\W*$|^\W*(?:(?!generat|creat|render|appl|delet|updat|copy|edit)\S+\s+){0,2}(?:impact(?:ed)?|templates?)\W*$|\b(references?|overview|meaning|background|contents|severity|sla|matrix|appendix|glossary|links|long-?term|prevention|post-?incident|contacts|communication|cheat ?sheets?)\b|^\W*(?:\d+[.)]\s*)?(?:(?:useful|handy|helpful|common|frequently used|other|quick)\s+){1,2}(?:commands?|snippets?|one-?liners?|queries)(?: reference)?\W*$|^\W*(?:\d+[.)]\s*)?(?:examples?|faqs?|frequently asked questions|(?:(?:regular|routine|scheduled|periodic|preventive|daily|weekly|monthly)\s+)?maintenance)\W*$/i,
  },
];

/** Headings of parts in other languages. */
export const ROLES_ELSEWHERE: readonly { readonly role: Role; readonly words: RegExp }[] = [
  {
    role: 'escalate',
    words: /(?<!\p{L})(?:eskalation|eskalier|escalad[eoa]|escalaci|escalonamento|эскалац)|エスカレーション/iu,
  },
  {
    role: 'verify',
    words:
      /(?<!\p{L})(?:vérif|überprüf|prüfung|kontrolle|kontrollieren|erfolgskontrolle|contrôle|verificaci|verificaç|verifica(?!\p{L})|verifik|validac|comprob|contro(?:le|llo)(?!\p{L})|проверк|weryfik|doğrula)|确认|確認|验证|驗證|検証|검증|확인/iu,
  },
  {
    role: 'mitigate',
    words:
      /(?<!\p{L})(?:résol|résoudre|remédi|correcti(?:on|fs)(?!\p{L})|corriger|répar|rétabliss|restaur|redémarr|soluci|soluç|soluzion|risol|resoluci|resoluç|mitigac|mitigaç|recuperac|recuperaç|ripristin|acci[oó]n|behebung|beheben|behandlung|lösung|wiederherstell|ma(?:ß|ss)nahme|abhilfe|sofortma|reparatur|neustart|neu starten|устранен|решени|восстановл|rozwiązan|napraw|çözüm)|対応|対処|復旧|解決|处理|處理|解决|恢复|修复|缓解|조치|해결|복구/iu,
  },
  {
    role: 'diagnose',
    words:
      /(?<!\p{L})(?:symptôme|symptome|síntoma|sintom|ursache|fehlersuche|untersuch|analyse|anal[iy]s|diagn[oó]s|диагност|симптом|причин)|診断|調査|症状|原因|诊断|排查|진단|증상|원인/iu,
  },
];

export const roleOfWords = (text: string): Role | undefined =>
  ROLE_WORDS.find(({ words }) => words.test(text))?.role;

/** What a heading says its section is for, in whatever language; in others than English only where it says nothing else. */
export const roleOfHeading = (heading: string): Role | undefined =>
  roleOfWords(heading) ?? roleElsewhere(heading);

export const roleElsewhere = (heading: string): Role | undefined =>
  /^\P{L}*\p{L}+(?:\P{L}+\p{L}+)?\P{L}*$/u.test(heading)
    ? ROLES_ELSEWHERE.find(({ words }) => words.test(heading))?.role
    : undefined;
