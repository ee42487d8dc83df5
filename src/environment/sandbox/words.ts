/**
 * An argument list: parted at the spaces of the template, never inside of a value.
 *
 *     words`--bind ${source} /data --net=${file}`
 */
export const words = (
  text: TemplateStringsArray,
  ...values: readonly (string | number)[]
): readonly string[] => {
  const list: string[] = [''];
  text.forEach((literal, index) => {
    const [first = '', ...rest] = literal.split(/\s+/);
    list.push((list.pop() ?? '') + first, ...rest);
    if (index < values.length) list.push((list.pop() ?? '') + values[index]);
  });
  return list.filter((word, index) => word !== '' || (index > 0 && index < list.length - 1));
};
