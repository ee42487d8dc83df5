/** Commands that change the system: where nothing else says, a step with one of them mitigates rather than diagnoses. */
export const ACTS_ON: readonly RegExp[] = [
  /\b(?:docker|podman)(?:[ -]compose)?\s+(?:\S+\s+)*?(?:restart|start|stop|up|down|pause|unpause|scale|update|pull|run|load)\b(?!.*\s--help)/,
  /\b(?:systemctl|service|sv|supervisorctl|pm2|gitlab-ctl|rc-service)\s+(?:\S+\s+)?(?:restart|start|stop|reload|enable|disable|reconfigure|hup)\b/,
  /\b(?:kubectl|oc)\b.*\s(?:apply|patch|scale|edit|rollout\s+(?:restart|undo|pause|resume)|set|cordon|uncordon|drain|replace|create|label|annotate|taint)\b/,
  /\bhelm\s+(?:upgrade|rollback|install)\b/,
  /\b(?:apt|apt-get|yum|dnf|zypper|apk|pacman)\s+(?:-\S+\s+)*(?:clean|autoclean|install|upgrade)\b/,
  /\bmongo(?:restore|import)\s/,
  /\bterraform\s+apply\b/,
  /\bgit\s+(?:revert|checkout|reset|push|merge)\b/,
  /\b(?:create|alter)\s+(?:index|table|role|user|system|database)\b/i,
  /\b(?:vacuum|reindex)\b/i,
  /\bconfig\s+set\b/i,
  /\bredis-cli\b(?:\s+-\S+(?:\s+[^\s-]\S*)?)*\s+(?:set|setex|del|unlink|expire|persist|hset|hdel|srem|zrem|rename)\s/i,
  /\baws\s+\S+\s+(?:reboot|modify|restore|update|start|stop|put|delete)\S*/,
  /\b(?:manage\.py\s+migrate|db:migrate|rollback\S*|restore\S*\.sh)\b/,
];
