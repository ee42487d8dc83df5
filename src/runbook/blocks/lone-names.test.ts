import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const typedIn = (language: string, lines: readonly string[], intro = ''): readonly string[] =>
  textsIn(`${intro}\n\n\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text);

test('nothing but the names of scripts is typed in a shell’s block', () => {
  const lines = ['shop-stop', 'shop-config', '# change the port', 'shop-start'];
  expect(typedIn('bash', lines)).toEqual(['shop-stop', 'shop-config', 'shop-start']);
  expect(typedIn('', lines)).toEqual([]);
  expect(typedIn('bash', ['shop-east', 'shop-west'])).toEqual([]);
  expect(typedIn('bash', ['shop-deploy.sh'], 'Create the file:')).toEqual([]);
});

test('a name beside sure commands is typed where nothing could have printed it', () => {
  expect(typedIn('sh', ['sudo systemctl restart web', 'shop-start'])).toHaveLength(2);
  expect(typedIn('sh', ['kubectl get nodes', 'rotate-certs.sh', 'kubectl get pods'])).toHaveLength(3);
  expect(typedIn('sh', ['ls /opt/shop', 'rotate-certs.sh'])).toEqual(['ls /opt/shop']);
  expect(typedIn('sh', ['kubectl config current-context', 'shop-prod'])).toHaveLength(1);
  expect(typedIn('sh', ['kubectl get pods -o name', 'shop-backup-1'])).toHaveLength(1);
});

test('a word that a comment explains is typed, a state that it expects is not', () => {
  expect(typedIn('bash', ['df -h', '# Open the catalogue', 'shopsh', '', '# Then', 'uptime'])).toHaveLength(
    3,
  );
  expect(typedIn('bash', ['systemctl is-active web', '# It should be', 'active'])).toHaveLength(1);
  expect(typedIn('bash', ['hostname -f', '# Expected name', 'shopsh'])).toHaveLength(1);
  expect(typedIn('bash', ['systemctl is-active web', '# The state', 'active'])).toHaveLength(1);
});

test('a word with a remark of its own, which nothing prints', () => {
  expect(typedIn('bash', ['sudo -i', 'shopsh # to look at the orders'])).toHaveLength(2);
  expect(typedIn('bash', ['sudo -i', 'active # state'])).toHaveLength(1);
});

test('what only Windows has is typed in a block that is marked so', () => {
  const lines = [
    '& "C:\\Program Files\\shop\\shop.exe" stop',
    '.\\deploy.ps1 -Force',
    '.\\shop.exe',
    '$id = "4f15"',
    '[Environment]::OSVersion',
    'Enter-PSSession -ComputerName web01',
  ];
  expect(typedIn('powershell', lines)).toEqual(lines);
  expect(
    typedIn('cmd', ['%windir%\\system32\\foo.exe', 'rd /s /q C:\\tmp', 'NET STOP spooler']),
  ).toHaveLength(3);
  expect(typedIn('', ['.\\deploy.ps1 -Force', 'Checkpoint-VM -Name web01'])).toHaveLength(2);
});

test('what PowerShell prints, and headers, are not typed', () => {
  expect(typedIn('powershell', ['Get-Service', '', 'Count    : 15', 'web01 is stopped'])).toHaveLength(1);
  expect(typedIn('', ['.\\logs\\shop.log', 'C:\\shop\\shop.exe 1234'])).toEqual([]);
  expect(typedIn('', ['Read-Only mode', 'Set-Cookie: shop=1'])).toEqual([]);
  expect(typedIn('php', ['$id = "4f15";'])).toEqual([]);
});
