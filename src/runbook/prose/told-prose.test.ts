import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const typedIn = (text: string): readonly string[] => commandsIn(text).map(({ text: own }) => own);

test('what stands behind a command without marks is no part of it', () => {
  expect(typedIn('- docker ps : look at the disks\n- docker ps -a : all of them\n')).toEqual([
    'docker ps',
    'docker ps -a',
  ]);
  expect(typedIn('- helm ls -A    -> all are there\n- git rebase -i HEAD~3 - take what is new\n')).toEqual([
    'helm ls -A',
    'git rebase -i HEAD~3',
  ]);
  expect(typedIn('- kubectl exec -it web-0 -- top\n- tar xzf - -C /srv\n')).toEqual([
    'kubectl exec -it web-0 -- top',
    'tar xzf - -C /srv',
  ]);
  expect(typedIn('- nginx ingress - the entry\n- docker compose : the stack\n- helm : 3.9\n')).toEqual([]);
});

test('what one line starts with an option, the others of its paragraph start with words', () => {
  const lines = ['vault operator init -key-shares=1', 'vault login', 'vault status'];
  expect(typedIn(`${lines.join('\n')}\n`)).toEqual(lines);
  expect(typedIn('vault login\nvault status\n')).toEqual([]);
  expect(typedIn('vault operator init -key-shares=1\nvault is a store for secrets\n')).toHaveLength(1);
});

test('what a program is started with may stand before it', () => {
  const typed = 'RAILS_ENV=production bundle exec rails db:migrate';
  expect(typedIn(`5.3 Migrate\n${typed}\n`)).toEqual([typed]);
  expect(typedIn('A=1 is what we set, and then docker compose up follows.\n\nSHOP=open\n')).toEqual([]);
});

test('what is quoted behind an order', () => {
  expect(typedIn("2) Describe the pod: 'kubectl describe pod web-0'\n")).toEqual([
    'kubectl describe pod web-0',
  ]);
  expect(typedIn("2) Look for: 'kubectl is not installed'\n")).toEqual([]);
});

test('bold code on a line of its own is typed, and a bold name is a heading', () => {
  expect(typedIn('**`zpool create pool mirror /dev/sdb /dev/sdc`**\n\nThen look.\n')).toHaveLength(1);
  expect(typedIn('**`zpool`**\n\nThen look.\n')).toEqual([]);
  expect(typedIn('**kubectl get pods**\n\nThen look.\n')).toEqual([]);
});

test('the end of a line in HTML is no part of what stands before it', () => {
  expect(typedIn('chmod a+x certbot-auto<br>\nnginx -s reload<br/>\n')).toEqual([
    'chmod a+x certbot-auto',
    'nginx -s reload',
  ]);
});

test('two backticks that stand above and below a command', () => {
  expect(commandsIn('## Install\n``\nkubectl apply -f web.yaml\n``\n')[0]?.lines).toEqual([3, 3]);
  expect(commandsIn('Run `kubectl apply\n-f web.yaml` there.\n')[0]?.lines).toEqual([1, 2]);
});

test('what is shown in brackets is looked at, and what only begins a command is not typed', () => {
  const shown = '(`kubectl get endpoints web`)';
  expect(typedIn(`- Check that it has endpoints ${shown} that are not pending.\n`)).toHaveLength(1);
  expect(typedIn(`- It has endpoints ${shown} that are not pending.\n`)).toEqual([]);
  expect(typedIn('Run it in the pod with `kubectl exec web-0 --` in front.\n')).toEqual([]);
});

test('a list in a list that Markdown does not know', () => {
  expect(typedIn('* go to the node, run:\n\n** nginx -s reload\n** look at it\n')).toEqual([
    'nginx -s reload',
  ]);
});

test('a command in brackets below what it is for', () => {
  expect(typedIn('* Dump it\n  (sudo /etc/cron.daily/dump)\n* Update the shop\n  (git pull)\n')).toEqual([
    'sudo /etc/cron.daily/dump',
    'git pull',
  ]);
  expect(typedIn('* Web server\n  (nginx ingress)\n* Update it\n  (all of it)\n')).toEqual([]);
});

test('an order with what is run in plain words', () => {
  expect(typedIn('1. Run uwsgi --ini shop.ini\n2. Then run npm run build:shop.\n')).toEqual([
    'uwsgi --ini shop.ini',
    'npm run build:shop',
  ]);
  expect(
    typedIn('Run the web with --debug\n\nRun e2e/unit tests\n\nRun node 18/20\n\nRun at 10:30 or 11:30\n'),
  ).toEqual([]);
});

test('commands in bold, in a sentence and on a line of their own', () => {
  expect(
    typedIn('## Refresh\n\nRun **hdfs dfsadmin -refreshNodes** first.\n\n**yarn rmadmin -refreshNodes**\n'),
  ).toEqual(['hdfs dfsadmin -refreshNodes', 'yarn rmadmin -refreshNodes']);
  expect(
    typedIn('Run **all tests - now** first.\n\n**git - the tool**\n\n**Start the shop - now**\n'),
  ).toEqual([]);
});

test('labels in other languages, and before a script', () => {
  expect(
    typedIn('- 查看状态：gluster peer status\n- 启动：./shop.sh start\n- Status: ./shop.sh status\n'),
  ).toEqual(['gluster peer status', './shop.sh start', './shop.sh status']);
  expect(typedIn('- 数据库：mysql cluster\n- Error: ./shop.sh failed\n')).toEqual([]);
});

test.each([
  'Führe `systemctl restart shop` aus.',
  'Danach `systemctl restart shop` ausführen.',
  'Ejecuta `systemctl restart shop`',
  'Reinícialo con el comando `systemctl restart shop`.',
  'Lancez la commande `systemctl restart shop`.',
  'Wykonaj `systemctl restart shop`.',
  'Введите `systemctl restart shop`.',
  '使用 `systemctl restart shop` 命令',
  '安装后使用 `systemctl restart shop` 重启',
  '`systemctl restart shop` を実行します',
  '`systemctl restart shop`로 다시 시작합니다.',
  'Relancer le service `systemctl restart shop`',
  'Замените домен и перезапустите сервис (`systemctl restart shop`).',
  'Reinicia el servicio `systemctl restart shop`.',
  'Сбой → проверить доступность (`systemctl restart shop`) и поднять заново.',
])('an order in another language: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual(['systemctl restart shop']);
});

test.each([
  'El comando `systemctl status shop` muestra el estado.',
  'Der Befehl `systemctl status shop` zeigt ihn.',
  'Nicht mit dem Befehl `rm -rf shop` löschen!',
  'Ne pas lancer `rm -rf shop`.',
  '不要使用 `rm -rf shop` 命令',
  'El servicio reinicia cuando `systemctl restart shop` termina.',
  'No reinicies el servicio `systemctl restart shop`.',
])('none in another language: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([]);
});

test('what ends an order, after "with" or "using"', () => {
  expect(typedIn('- Restart the app with sudo systemctl restart web\n')).toEqual([
    'sudo systemctl restart web',
  ]);
  expect(typedIn('Deploy using kubectl apply -f web.yaml.\n')).toEqual(['kubectl apply -f web.yaml']);
  expect(typedIn('Restart it with kubectl rollout restart deploy/web.\n')).toHaveLength(1);
  expect(typedIn('Fetch it with wget https://example.org/shop.\n')).toHaveLength(1);
  expect(typedIn('Deploy with helm chart v2\n')).toEqual([]);
  expect(typedIn('Deploy with helm charts/shop.\n')).toEqual([]);
  expect(typedIn('Build the images with docker buildx/bake files.\n')).toEqual([]);
  expect(typedIn('Manage hosts with ansible and terraform/aws\n')).toEqual([]);
  expect(typedIn('It works with docker run -it\n')).toEqual([]);
  expect(typedIn('Check it with uname -r to see which is running\n')).toEqual([]);
});

test('words after a builtin of the shell are a text, names and paths are typed', () => {
  expect(typedIn('- export environment variables\n- source environment variables\n')).toEqual([]);
  expect(typedIn('- export SHOP=eu\n- source env.sh\n')).toHaveLength(2);
});

test('what a shell starts for its output, in a line that a command goes on in, is part of that', () => {
  const lines = '$ kubectl patch deploy web \\\n    -p "{\\"at\\": \\"`date +\'%s\'`\\"}"\n';
  expect(typedIn(lines)).toHaveLength(1);
  expect(typedIn("$ kubectl get pods\n\nRun `date +'%s'`.\n")).toHaveLength(2);
});

test.each([
  ['## Verification\n\n`curl -sf localhost` returns 200 within 2 min.', 1],
  ['## Done when\n\n- `kubectl get pods` shows all of them', 1],
  ['## Checks\n\n- The queue is empty: `redis-cli LLEN jobs` is 0', 1],
  ['## How it works\n\n`curl -sf localhost` returns 200 within 2 min.', 0],
  ['## Verification\n\n`pg_stat_activity` shows no idle sessions.', 0],
])('what must hold, below a heading that says so: %s', (text, count) => {
  expect(typedIn(`${text}\n`)).toHaveLength(count);
});

test('a folder and a script go with the commands that they stand among', () => {
  expect(typedIn('git clone x.git\ncd x\n./build.sh\ncd ..\n')).toHaveLength(4);
  expect(typedIn('cd x\n./build.sh\ncd ..\n')).toHaveLength(3);
  expect(typedIn('./build.sh\n')).toEqual([]);
  expect(typedIn('./build.sh\nis what builds it, see\ngit clone x.git\n')).toEqual(['git clone x.git']);
});

test('code below a line of few words is told, also where it names a message', () => {
  const code = '`kubectl scale sts web --replicas=0 && kubectl get pods`';
  expect(typedIn(`**Split brain** (log: \`E0329\`): scale to 0 and back\n${code}\n`)).toHaveLength(1);
  expect(typedIn(`The tool \`E0329\` shows the split brain of\n${code}\n`)).toEqual([]);
});

test('steps numbered by section on lines of a text are read', () => {
  const text =
    '## 4. Verification\n4.1 `pg_isready -h db` succeeds with the new password\n4.2 `redis-cli -p 6380 ping` must fail\n\n## 5. Fallback\n5.1 `systemctl restart web`\n5.2 repeat 4.1\n';
  expect(typedIn(text)).toEqual(['pg_isready -h db', 'redis-cli -p 6380 ping', 'systemctl restart web']);
});
