/** On all that a drill makes in the engine, with the drill's id: what the reaper and `drillbook clean` go by. */
export const RUN_LABEL = 'drillbook.run';

/** On what the runbook may see and touch, with the drill's id. */
export const SCOPE_LABEL = 'drillbook.scope';

/**
 * By which Compose finds what is a project's, and by nothing else: with the project's own name there, the team's own `docker compose` on the
 * same engine would take the drill's containers for its own. So it is a name as all others.
 */
export const PROJECT_LABEL = 'com.docker.compose.project';

/** Labels that are Drillbook's own: a runbook neither sees nor sets them. */
export const isOwnLabel = (name: string): boolean => /^(?:drillbook|org\.testcontainers)\b/.test(name);

/** Both labels, for what belongs to the system under drill. */
export const scopeLabels = (run: string): Readonly<Record<string, string>> => ({
  [RUN_LABEL]: run,
  [SCOPE_LABEL]: run,
});

/** What the names of a drill's containers, networks and volumes begin with in the engine. */
export const prefixOf = (run: string): string => `drillbook-${run}-`;

/** The engine's name of a container, network or volume that the runbook calls `name`. */
export const realName = (run: string, name: string): string => prefixOf(run) + name;

/** Real names back into the runbook's, wherever they occur: in JSON, in a message, in a name. */
export const runbookNames = (run: string, text: string): string => text.replaceAll(prefixOf(run), '');
