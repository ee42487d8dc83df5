/** A workflow command of GitHub Actions, which shows `text` at a place of a file. Escaped as GitHub's own toolkit does. */
export const annotation = (
  level: 'notice' | 'warning' | 'error',
  properties: Readonly<Record<string, string | number>>,
  text: string,
): string => {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${written.join(',')}::${escapeData(text)}\n`;
};

/** Where GitHub looks for files from: the repository, wherever the step has its working folder. */
export const repositoryFolder = (cwd = process.cwd()): string => process.env['GITHUB_WORKSPACE'] || cwd;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
