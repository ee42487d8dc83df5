import { expect, test } from 'vitest';
import { sqlStatements } from './sql-statements.ts';

test.each([
  ['a body', 'do $$ a; b; $$; select 1;', ['do $$ a; b; $$;', 'select 1;']],
  ['a body in a body', 'do $a$ x; $b$ y; $a$; $b$;', ['do $a$ x; $b$ y; $a$;', '$b$;']],
  ['tags that share a character', 'do $a$ x; $b$a$; y;', ['do $a$ x; $b$a$;', 'y;']],
  ['a tag that nothing closes', 'select $1$ ; $a$ x; $a$;', ['select $1$ ;', '$a$ x; $a$;']],
  ['a comment', 'select /* a; b */ 1; x;', ['select /* a; b */ 1;', 'x;']],
  ['a remark as other languages have it', 'show x;  // a; b\n// c; d\nshow y;', ['show x;', 'show y;']],
  [
    'a delimiter of its own',
    'use shop;\nDELIMITER //\ncreate procedure p() begin select 1; end //\nDELIMITER ;\ncall p();',
    ['use shop;', 'DELIMITER //\ncreate procedure p() begin select 1; end //\nDELIMITER ;', 'call p();'],
  ],
  [
    'a delimiter that nothing takes back',
    'delimiter //\nselect 1; select 2;',
    ['delimiter //\nselect 1;', 'select 2;'],
  ],
  ['a comment that nothing closes', '/* a; */ x; /* b; c;', ['x;', '/* b;', 'c;']],
  ['a comment that begins with its end', 'x /*/ a; */ y;', ['x /*/ a; */ y;']],
])('SQL ends at semicolons outside of what is quoted: %s', (_, text, statements) => {
  expect(sqlStatements(text).map((each) => each.text)).toEqual(statements);
});
