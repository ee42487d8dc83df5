const NAME = String.raw`[\w./~$<>{}@*-]*(?:\.(?:env(?:\.[\w-]+)?|conf|cfg|cnf|ini|properties|toml|service|timer|socket|network|netdev|link|mount|desktop|rc)|\/etc\/(?:default|sysconfig)\/[\w.-]+|\/etc\/environment)`;

/** What a text says of a file of settings that it then shows: "Add to `.env`:", "the environment file … with", "slurm.conf". */
export const NAMES_SETTINGS = new RegExp(
  String.raw`(?:^|[\s\`"'(*])${NAME}(?=[\s\`"'):*,]|\.?$)|\b(?:env(?:ironment)?|config(?:uration)?|settings|defaults|properties|unit|dotenv)[ -]files?\b|\bdotenv\b`,
  'i',
);

/** A first line that names the file: `# .env`, `# /etc/default/web`. */
export const SETTINGS_FILE = new RegExp(String.raw`^\s*[#;]+\s*(?:in |file:? ?)?\`?${NAME}\`?\s*:?\s*$`, 'i');
