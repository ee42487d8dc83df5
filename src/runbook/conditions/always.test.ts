import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const block = (command: string): string => `\n\n\`\`\`\n${command}\n\`\`\`\n`;

test.each([
  [
    'a sample of what is well',
    `If it is well you see:${block('200 OK')}\nAll is done then.\n\nLook:${block('df -h')}`,
  ],
  ['what one will learn', `The log tells you if it is a network error:${block('journalctl -u web')}`],
  [
    'what would happen otherwise',
    `Start the store (if you began with the web it would find none):${block('systemctl start store')}`,
  ],
  [
    'another way than what is done in a case',
    `If you deploy with Jsonnet, create a job:\n\n\`\`\`jsonnet\n{ job: 1 }\n\`\`\`\n\nOr, by hand:${block('mimirtool blocks mark')}`,
  ],
  [
    'what to do where that does not hold',
    `The versions must agree. Otherwise you need to upgrade.${block('postgres --version')}`,
  ],
  ['what to find out', `Is the service up? Check it:${block('systemctl status web')}`],
  ['steps in any case', `Then check the nodes:${block('kubectl get nodes')}`],
  [
    'what will be seen then',
    `Confirm it (you will be asked. If it is late, then this error will be displayed: \`no\`):${block('psql')}`,
  ],
  ['what may be then', `If it answers, there may be a fault in the network. Look:${block('ip link')}`],
  ['what a command tells', `The following command returns Ok if all is well.${block('x-ctl status')}`],
  [
    'what is there in a case',
    `If you use the cloud, the tool is there. Install it:${block('brew install x')}`,
  ],
  [
    'advice for another time',
    `When you upgrade it, you must pass an option. Make a name:${block('export NAME=x')}`,
  ],
  [
    'a part of what is done',
    `Load it as follows. Include \`-T template\` if you have such an image. It is long.${block('createdb web')}`,
  ],
  [
    'when to call somebody',
    'Restart it (`systemctl restart web`), look at `/healthz`, page @web if it is not green.\n',
  ],
  ['how things are', `The disk is full if it shows 100 %.${block('df -h')}`],
  [
    'what happens in a case',
    `If the key is old, the pods restart. To see its date:${block('openssl x509 -in x')}`,
  ],
  ['one certain thing', `For the certificate in the cluster, you can check:${block('openssl x509')}`],
  ['what to do before it', `If you do not have the client, install it first.${block('x-ctl show')}`],
  ['whom to ask then', `If you are not sure, ask the team that owns it.${block('x-ctl show')}`],
  ['where to look then', `If it is on a cloud, see the section below.${block('x-ctl show')}`],
  ['what is printed in a case', `On failure, the script prints why:${block('x-ctl show')}`],
  ['where it is', `This is only on the first host.${block('x-ctl show')}`],
  ['where to find a value', `The key can be seen if you run the next one:${block('kubectl get secret key')}`],
  [
    'an item of what to change in the block below',
    `Change the endpoint:\n\n- remove its note\n- If there, empty its history\n${block('kubectl edit endpoints x')}`,
  ],
  [
    'what comes before another aim',
    `When it is blocked, start the host again. To unlock it, use:${block('x-ctl unlock')}`,
  ],
  ['a list of things to do', 'Common problems:\n\n- Restart it: `systemctl restart web`\n'],
  ['what it is good for', `It opens the console. Useful if the network is down.${block('x-ctl console')}`],
  [
    'the last part of a sentence',
    `Stop it first, and keep the old data if you may need it.${block('x-ctl restore')}`,
  ],
  ['the way to type it', `If you run this query now:${block('x-ctl query')}`],
  ['an example of a value', `For example, if the disk is sdb, run:${block('x-ctl disk sdb')}`],
  ['what is done before', `\`\`\`\n# restore a copy if you wish\n# finally, start it\nx-ctl start\n\`\`\`\n`],
  ['what a case leads to', `If rows are missing, the whole store is lost. List them:${block('x-ctl list')}`],
  ['by whom it can be done', `It can only be restarted by an admin.${block('x-ctl restart')}`],
  [
    'a line of the paragraph before',
    'Stop it (if it is in use):\n\nNothing to do.\n\nLook at it:\n$ sudo x-ctl show\n',
  ],
  ['whom to ask', `If you are not sure, ask the team that owns it. Restart it:${block('x-ctl start')}`],
  ['whom to tell', `If the alert comes again, tell the on-call. Then restart it:${block('x-ctl start')}`],
  ['what often happens', `If the disk is old, often the pods restart. Look:${block('x-ctl show')}`],
  ['where else to look', `For failed jobs, see the dashboard. Restart it:${block('x-ctl start')}`],
  ['what a word in the block is', `${block('x-ctl start web')}\nwhere web is the name of the unit.\n`],
  ['what is typed then', `${block('x-ctl start')}\nif it asks for a password, type it.\n`],
  ['who does it', '1. (DBA) Start it: `systemctl start x`\n'],
  ['what may be left out', '1. (Optional) Start it: `systemctl start x`\n'],
  ['a case without a comma', `If it is stopped the whole of it is lost. For example:${block('x-ctl start')}`],
])('no condition in %s', (_, text) => {
  expect(textsIn(text).map(([, found]) => found)).toEqual([undefined]);
});
