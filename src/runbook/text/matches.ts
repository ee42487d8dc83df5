/** All places where a form with the flag `g` matches. `matchAll` would copy the form each time, which takes longer than to look. */
export const matchesOf = (form: RegExp, text: string): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) found.push(match);
  return found;
};
