const OPTIONS = String.raw`(?:\s+(?:(?:-n|--tail|-t|--time|-s|--signal|--since|--until|-u|--user|-e|--env|-w|--workdir|-f|--file|-p|--project-name|--profile|--timeout|--scale|--format|--index)(?:[ =]\S+)|-\S+))*`;

/** Docker's commands that name services or containers. */
export const DOCKER_TARGETS: readonly {
  readonly form: RegExp;
  readonly kind: 'service' | 'container';
  readonly several: boolean;
}[] = [
  {
    form: new RegExp(
      String.raw`\bdocker(?:-|\s+)compose${OPTIONS}\s+(?:restart|start|stop|kill|up|rm|logs|pause|unpause|top|build|pull|ps)${OPTIONS}(?<names>(?:\s+[a-z0-9][\w.-]*)+)`,
    ),
    kind: 'service',
    several: true,
  },
  {
    form: new RegExp(
      String.raw`\bdocker(?:-|\s+)compose${OPTIONS}\s+(?:exec|run)${OPTIONS}\s+(?<names>[a-z0-9][\w.-]*)`,
    ),
    kind: 'service',
    several: false,
  },
  {
    form: /\bdocker(?:-|\s+)compose\b.*\s--scale[ =](?<names>[a-z0-9][\w.-]*)=\d/,
    kind: 'service',
    several: false,
  },
  {
    form: new RegExp(String.raw`\bdocker\s+(?:container\s+)?(?:exec)${OPTIONS}\s+(?<names>[a-z0-9][\w.-]*)`),
    kind: 'container',
    several: false,
  },
  {
    form: new RegExp(
      String.raw`\bdocker\s+(?:container\s+)?(?:restart|start|stop|kill|logs|pause|unpause|top|stats|port)${OPTIONS}(?<names>(?:\s+[a-z0-9][\w.-]*)+)`,
    ),
    kind: 'container',
    several: true,
  },
];
