import { describe, expect, test } from 'vitest';
import { compileTemplate } from './execute.ts';

const data = {
  Name: 'db',
  Count: 2,
  Empty: '',
  State: { Running: true },
  Ports: ['80', '443'],
  Labels: { b: '2', a: '1' },
};

describe('a template', () => {
  test.each([
    ['{{.Name}} {{.State.Running}}', 'db true'],
    ['{{if .Empty}}a{{else if eq .Count 2}}b{{else}}c{{end}}', 'b'],
    ['{{range .Ports}}<{{.}}>{{else}}none{{end}}', '<80><443>'],
    ['{{range $i, $p := .Ports}}{{$i}}={{$p}} {{end}}', '0=80 1=443 '],
    ['{{range $k, $v := .Labels}}{{$k}}:{{$v}},{{end}}', 'a:1,b:2,'],
    ['{{range .Labels}}{{.}}{{$.Name}}{{end}}', '1db2db'],
    ['{{with .State}}{{.Running}}{{end}}', 'true'],
    ['{{$x := len .Ports}}{{$x}}', '2'],
    ['a  {{- .Name -}}  b', 'adbb'],
    ['{{/* nothing */}}x', 'x'],
    ['{{index .Ports 1}} {{index .Labels "a"}} {{index .Labels "none"}}', '443 1 '],
    ['{{(index .Ports 0)}} {{json .Ports}}', '80 ["80","443"]'],
    ['{{.Name | printf "%-4s|" | upper}}', 'DB  |'],
    ['{{.Ports}} {{.Labels}}', '[80 443] map[a:1 b:2]'],
    ['{{and .Name .Count}} {{or .Empty .Name}} {{not .Empty}}', '2 db true'],
    ['{{"}}"}}{{`a"b`}}', '}}a"b'],
  ])('%s', (template, expected) => {
    expect(compileTemplate(template)(data)).toBe(expected);
  });

  test.each([
    ['{{.Name', 'unclosed action'],
    ['{{foo}}', 'function "foo" not defined'],
    ['{{if .Name}}x', 'unexpected EOF'],
    ['{{end}}', 'unexpected {{end}}'],
    ['{{if}}x{{end}}', 'missing value for if'],
    ['{{template "x"}}', 'unexpected {{template}}'],
    ['{{$x}}', 'undefined variable "$x"'],
    ['{{.Nope}}', ':1:2: executing "" at <.Nope>: map has no entry for key "Nope"'],
    [
      '{{index .Ports 9}}',
      ':1:2: executing "" at <index .Ports 9>: error calling index: index out of range: 9',
    ],
    ['{{.constructor}}', ':1:2: executing "" at <.constructor>: map has no entry for key "constructor"'],
  ])('%s fails as in Go', (template, message) => {
    expect(() => compileTemplate(template)(data)).toThrow(message);
  });
});
