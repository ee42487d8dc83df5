/** Text that asks to look whether it worked. */
export const VERIFIES =
  /\b(?:verif\w*|confirm\w*|validat\w*|check\w*|ensure|make sure|should|expect\w*|monitor\w*|watch|until|observe|test|see (?:if|that|whether)|alert (?:is )?(?:resolved|cleared)|resolved|recovered|healthy|smoke)\b|returns?\s+\d{3}|- \[ \]/i;

/** Text that says what is there to see once it worked: narrower, since it stands between two changes. */
export const SEEN =
  /\b(?:verif(?:y|ication)|confirm\w*|should (?:be able to )?(?:see|return|show|print)|once (?:all|the|it|they|completed)\b.*\b(?:is|are|has|have|completed|should))\b/i;

/** Headings of sections that change something: "Moving indices", "How to delete old data". */
export const NAMES_A_CHANGE =
  /^\W*(?:\d+[.)]\s*)?(?:how to\s+)?(?:add|clean|configur|creat|delet|deploy|disabl|enabl|install|migrat|mov|purg|rebuild|reindex|remov|replac|reset|resiz|restart|restor|rotat|scal|stop|updat|upgrad)(?:e|t?ing|p?ing)?\b/i;

/** Commands that only take back what prepared the others. */
export const UNDOES = /\b(?:uncordon|unpause|resume)\b/;

/** `KubePodCrashLooping` */
export const ALERT_NAME = /\b[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*\b/g;

/** Words of headings about what has gone wrong. */
export const TROUBLE =
  /\b(?:incidents?|alerts?|outage|down|fail\w*|errors?|high|slow|full|exhaust\w*|leak|unavailable|unreachable|crash\w*|expired|lost|losing|loss|stuck|breach|corrupt\w*|spike|disconnect\w*|critical|unhealthy|rollback|restore|recover\w*|restart|isolation|maintenance mode|not (?:responding|working|running|ready)|[45]xx|return(?:s|ing)? (?:an? )?[45]\d\d)\b/i;
