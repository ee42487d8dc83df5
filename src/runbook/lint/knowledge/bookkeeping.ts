/** Commands that write into a tool's own books that something was done, and do not do it. Matched on one line. */
export const BOOKKEEPING: readonly {
  readonly form: RegExp;
  readonly what: string;
  readonly instead: string;
}[] = [
  {
    form: /\bmanage\.py\s+migrate\b.*\s--fake(?=\s|$)/,
    what: 'the migration',
    instead:
      'say when: only if the table or column is already there (\\d TABLE); else find out why migrate fails',
  },
  {
    form: /\balembic\s.*\bstamp\b/,
    what: 'the revision',
    instead: 'say when: only if the schema already is at that revision; else alembic upgrade',
  },
  {
    form: /\bflyway\s.*\b(?:repair|baseline)\b/,
    what: 'the migration',
    instead: 'say when: only after what failed was taken back by hand; then flyway migrate',
  },
  {
    form: /\bprisma\s+migrate\s+resolve\b.*--applied\b/,
    what: 'the migration',
    instead: 'say when: only after its SQL was run by hand',
  },
  {
    form: /\bliquibase\s.*\bchangelog-?sync\b/i,
    what: 'every change set',
    instead: 'say when: only if the schema already has them; else liquibase update',
  },
];
