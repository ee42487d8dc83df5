import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const choicesIn = (text: string): readonly (string | undefined)[] =>
  commandsIn(`# Web\n\n## Mitigation\n\n${text}`).map(
    ({ alternative }) => alternative && `.${alternative.option} ${alternative.name ?? ''}`.trim(),
  );

const block = (command: string): string => `\n\n\`\`\`\n${command}\n\`\`\`\n`;

const unfolded = (...parts: readonly (readonly [string, string])[]): string =>
  parts.map(([name, text]) => `<details>\n<summary>${name}</summary>${text}\n</details>\n`).join('');

const stop = block('docker stop web');
const end = block('systemctl stop web');

test('parts that are unfolded are ways where they name places, up to where the last one ends', () => {
  const ways = unfolded(['Docker', stop], ['systemd', end]);
  expect(choicesIn(`${ways}\nThen look:${block('ps aux')}`)).toEqual(['.1 Docker', '.2 systemd', undefined]);
  expect(choicesIn(unfolded(['Stop it', stop], ['Look', end]))).toEqual([undefined, undefined]);
  expect(choicesIn(unfolded(['Docker', `${stop}${end}`]))).toEqual([undefined, undefined]);
});

test.each(['<b>Docker</b>', '\n  <strong>Using\n  Docker</strong>\n'])(
  'what stands on a part may be in tags: %j',
  (name) => {
    expect(choicesIn(unfolded([name, stop], ['<code>systemd</code>', end]))).toEqual([
      expect.stringMatching(/^\.1 (?:Using )?Docker$/),
      '.2 systemd',
    ]);
    const withClass = unfolded([name, stop], ['systemd', end]).replaceAll('<summary>', '<summary class="x">');
    expect(choicesIn(withClass)).toHaveLength(2);
    expect(choicesIn(withClass)).not.toContain(undefined);
  },
);

test('one of the parts that are unfolded need not be typed', () => {
  expect(choicesIn(unfolded(['Using the console', '\n\nPress Stop.\n'], ['Using the CLI', stop]))).toEqual([
    '.2 Using the CLI',
  ]);
  expect(choicesIn(unfolded(['Why', '\n\nIt may hang.\n'], ['Using the CLI', stop]))).toEqual([undefined]);
});

test('what else offers ways in a section does so beside parts that are unfolded', () => {
  const options = `Option 1: with Compose${stop}\nOption 2: with the host's${end}\n`;
  expect(choicesIn(options)).toEqual(['.1 Option 1', '.2 Option 2']);
  const after = unfolded(['Docker', stop], ['systemd', end]);
  expect(choicesIn(`${options}\n${after}`).slice(0, 2)).toEqual(['.1 Option 1', '.2 Option 2']);
});

test('two tools are no ways through which to go', () => {
  expect(choicesIn(`- AWS CLI${inItem(stop)}\n- Vault CLI${inItem(end)}`)).toEqual([undefined, undefined]);
});

const inItem = (text: string): string => text.replaceAll('\n', '\n    ');

const items = (...names: readonly [string, string]): string =>
  `1. Stop it\n\n    - <details><summary>${names[0]}</summary>\n\n        1. press Stop\n\n        </details>\n\n    - <details><summary>${names[1]}</summary>${inItem(inItem(stop))}\n        </details>\n`;

test('items that say through what to go are ways', () => {
  expect(choicesIn(items('through the console', 'through the cli'))).toEqual(['.1']);
  expect(choicesIn(items('before', 'after'))).toEqual([undefined]);
  expect(choicesIn('- Via the web console: press Stop.\n- Via the CLI: `docker stop web`\n')).toEqual([
    '.1 Via the CLI',
  ]);
});

test('looks through several hops are no ways', () => {
  const looks = '- Through the proxy: `curl proxy/`\n- Through the service: `curl web/`\n';
  expect(choicesIn(looks)).toEqual([undefined, undefined]);
  expect(choicesIn('- In the console: `INFO`\n- In the terminal: `df -h`\n')).not.toContain('.1');
});

test('the name of a place speaks for a block below more text', () => {
  const first = `AWS:${block('aws kms list-keys')}`;
  expect(choicesIn(`${first}\nAzure:\n\nPut its name in.${block('az keyvault list')}`)).toEqual([
    '.1 AWS',
    '.2 Azure',
  ]);
  expect(choicesIn(`${first}\nNames:\n\nPut its name in.${block('az keyvault list')}`)).toEqual([
    undefined,
    undefined,
  ]);
});

const places = (place: string): string =>
  `For Linux or Unix:\n\n\`df -h\`\n\`df -i\`\n\nFor ${place}:\n\n\`Get-PSDrive C\`\n`;

test('lines of nothing but code are led to by the place before them', () => {
  expect(choicesIn(places('Windows'))).toEqual([
    '.1 For Linux or Unix',
    '.1 For Linux or Unix',
    '.2 For Windows',
  ]);
  expect(choicesIn(places('the rest'))).toEqual([undefined, undefined, undefined]);
});
