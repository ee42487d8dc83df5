/** Portuguese and Italian "se" before what it is about; in Spanish and French it begins "se debe reiniciar", "se connecter". */
const SE = String.raw`[Ss]e(?=\s(?:o|a|os|as|um|uma|não|nao|il|l['’]\w+|i|gli|la|non|un|una|você|ainda|já|houver|existir|quiser|tiver|precisar|aparecer|falhar|persistir|ocorrer|continuar|problemas?|erros?|corrupt[oa]s?|vazi[oa]s?|\w+[ai]d[oa]s?|for|estiver|alg\w+|nenhum\w*|necess[áa]ri[oa]|poss[íi]\w+|qualcosa|tutto|vuoi|hai|ci|si|è)(?=[\s,:)]))`;

/** German "falls" and Dutch "als", which English and German have in another sense. */
const FALLS = String.raw`[Ff]alls(?=\s(?:der|die|das|ein|eine|es|nicht|man|Sie|du|noch|kein|keine|dies\w*|nötig|erforderlich)\b)|[Aa]ls(?=\s(?:de|het|een|er|je)\b)`;

const IF = String.raw`(?:[Ss]i|${SE}|[Ww]enn|[Ss]ofern|${FALLS}|[Ii]ndien|[Cc]aso|[Jj]eśli|[Jj]eżeli|[Pp]okud|[Ее]сли)`;

/** One of these is in each text that `CASES_ELSEWHERE` match. */
export const MAY_BE_CASE =
  /\b(?:si|se|wenn|falls|sofern|indien|als|caso|pokud|bedarf|nodig)\b|je[śż]|если|необходимости|如|若|当|要是|必要|場合|만약|만일|필요|경우/i;

/** What texts in other languages say of when to do something. The first group is the condition. */
export const CASES_ELSEWHERE: readonly RegExp[] = [
  new RegExp(String.raw`^${IF}\s+([^,:]{2,160}?)\s*(?:[,:]|\.?$)`),
  /^(?:如果|假如|要是|若(?!干)|如(?!下|何|上|此|图|圖|同|今|果)|当(?!前|然|地|天|日|中))([^,，:：。]{2,60}?)(?:时|[,，:：]|则|$)/,
  /^([^、。,:：]{2,60}?)場合(?:は|に|には)?[、,:：]?/,
  /^(?:만약|만일)\s+([^,:]{2,60}?)[,:]/,
  /^([^,:]{2,60}?)\s경우(?:에는|에|는)?\s*[,:]?/,
  new RegExp(
    String.raw`[(（](?:(?:solo|sólo|nur|apenas|somente|seulement|uniquement|soltanto|alleen|только)\s+)?${IF}\s+([^()]{2,80})[)）]`,
  ),
  /[(（]?(bei bedarf|wenn nötig|si (?:es )?(?:necesario|nécessaire|besoin)|se necess[áa]rio|indien nodig|при необходимости|如有必要|如需|必要时|필요시|필요한 경우|必要に応じて)[)）]?\s*[:：.]?$/i,
];
