import { expect, test } from 'vitest';
import { conditionOf } from './conditions.ts';

test.each([
  ['Si está inactiva, reiniciar:', 'está inactiva'],
  ['Si le service est arrêté :', 'le service est arrêté'],
  ['Se o banco não responde, reinicie:', 'o banco não responde'],
  ['Se problema persistir, checar volume', 'problema persistir'],
  ['Se corrompido, remover e recriar', 'corrompido'],
  ['Se non esiste, crearlo:', 'non esiste'],
  ['Wenn der Dienst hängt, neu starten:', 'der Dienst hängt'],
  ['Falls nötig:', 'nötig'],
  ['Als de server vol is:', 'de server vol is'],
  ['Если сервис не отвечает, перезапустить:', 'сервис не отвечает'],
  ['如果服务宕机，则重启：', '服务宕机'],
  ['如网站报错，执行回滚：', '网站报错'],
  ['当节点不可用时，执行：', '节点不可用'],
  ['失敗した場合は再起動する', '失敗した'],
  ['Reiniciar (solo si es necesario)', 'es necesario'],
  ['Neu starten (bei Bedarf)', 'bei Bedarf'],
  ['重启（如有必要）', '如有必要'],
])('%s', (text, condition) => {
  expect(conditionOf(text)).toBe(condition);
});

test.each([
  'Se debe reiniciar el servicio:',
  'Se connecter au serveur :',
  'Falls back to the other one:',
  'Als root ausführen:',
  'SE Linux: off',
  'SI units: seconds',
  '如下：',
  '如何重启：',
  '当前状态：',
  '若干节点：',
])('no condition: %s', (text) => {
  expect(conditionOf(text)).toBeUndefined();
});
