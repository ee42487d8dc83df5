import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const typedIn = (text: string): readonly string[] =>
  commandsIn(text).map(({ client, kind, text: typed }) => `${client ?? kind}: ${typed}`);

const fence = (...lines: readonly string[]): string => `Text.\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;

test.each([
  ['Go', 'rs.Seek(0, io.SeekStart)'],
  ['Go', 'db.Query("select 1")'],
  ['Go', 'db, err := sql.Open("postgres", dsn)\nrows, err := db.Query("select 1")'],
  ['Go', 'func purge() {\n  db.jobs.remove(old)\n}'],
  ['Go', 'count := 3\ndb.jobs.find(count)'],
  ['Go', 'if err != nil {\n  return\n}\ndb.jobs.drop()'],
  ['Python', 'db.session.commit()'],
  ['Python', 'user.active = True\ndb.session.add(user)\ndb.session.commit()'],
  ['Python', 'from pymongo import MongoClient\ndb = MongoClient().shop\ndb.jobs.find({})'],
  ['Python', 'db = client.shop\ndb.jobs.find({})'],
  ['Python', 'def purge():\n  db.jobs.remove()'],
  ['Python', 'try:\n  db.jobs.remove()\nexcept Exception:\n  pass'],
  ['Python', 'for job in jobs:\n  db.jobs.remove(job)'],
  ['Python', 'sh.ls("-l")'],
  ['JavaScript', 'db.query("select 1", (err, rows) => {\n  done(rows);\n});'],
  ['JavaScript', 'db.collection("jobs").find()'],
  ['JavaScript', 'const db = require("./db");\ndb.jobs.find({});'],
  ['JavaScript', 'await connect();\ndb.jobs.find({});'],
  ['JavaScript', 'import db from "./db";\ndb.jobs.find({});'],
  ['Java', 'rs.next()'],
  ['Java', 'ResultSet rs = statement.executeQuery(query);\nrs.next();\nrs.add(1);'],
  ['Java', 'List<Job> jobs = load();\ndb.jobs.insert(jobs);'],
  ['PHP', 'db.close()'],
])('%s is not typed into mongosh: %j', (_, code) => {
  expect(typedIn(fence(code))).toEqual([]);
});

test.each([
  ['db.shop.find({ a: 1 })'],
  ['db.fs.chunks.find().limit(1)'],
  ['db.getCollection("a-b").drop()'],
  ['db.adminCommand({ shutdown: 1 })'],
  ['rs.status()'],
  ['rs.stepDown(60)'],
  ['sh.status()'],
  ['use shop'],
  ['use shop', 'db.jobs.find()'],
  ['use shop;', 'db.jobs.drop();'],
  ['db = db.getSiblingDB("shop")', 'db.jobs.drop()'],
  ['cfg = rs.conf()', 'rs.reconfig(cfg)'],
  ['var x = db.jobs.findOne();', 'db.jobs.remove({ _id: x._id });'],
  ['try {\n  db.jobs.insertOne({ a: 1 })\n} catch (e) {\n  print(e)\n}'],
  ['db.jobs.find().forEach(function (job) {\n  return db.old.insert(job);\n})'],
])('what only mongosh takes: %j', (...statements) => {
  expect(typedIn(fence(...statements))).toEqual(statements.map((statement) => `mongosh: ${statement}`));
});

test('words of a remark are no code, and a console that the text names takes what it is given', () => {
  expect(typedIn(fence('// import the jobs, and await the result', 'db.jobs.find()'))).toEqual([
    'mongosh: db.jobs.find()',
  ]);
  expect(typedIn('In the mongo shell:\n\n```\ndb.audit()\n```\n')).toEqual(['mongosh: db.audit()']);
  const flask = 'Open a console:\n\n```bash\nflask shell\n```\n\n```\ndb.session.commit()\n```\n';
  expect(typedIn(flask)).toEqual(['shell: flask shell', 'python: db.session.commit()']);
  expect(typedIn('Run `db.session.commit()`.')).toEqual([]);
  expect(typedIn('Run `db.jobs.drop()`.')).toEqual(['mongosh: db.jobs.drop()']);
});

test('a collection that is to be filled in', () => {
  expect(typedIn('```bash\ndb.<collection_name>.stats()\n```\n')).toEqual([
    'mongosh: db.<collection_name>.stats()',
  ]);
  expect(typedIn('```bash\ndb.<collection_name>.open()\n```\n')).toEqual([]);
});
