import { words } from '../../knowledge/words.ts';

/** Verbs of programs whose list is closed. A word that is near to one, and is none, is misspelt. */
export const VERBS: readonly {
  readonly program: RegExp;
  readonly name: string;
  readonly verbs: readonly string[];
}[] = [
  {
    program: /^(?:sudo\s+)?docker\s+(?!-)([a-z][\w-]*)/,
    name: 'docker',
    verbs:
      words(`attach build builder buildx commit compose config container context cp create diff events exec export history
      image images import info inspect kill load login logout logs manifest network node pause plugin port ps pull push rename
      restart rm rmi run save scout search secret service stack start stats stop swarm system tag top trust unpause update version
      volume wait machine model mcp init debug desktop extension sbom scan checkpoint app`),
  },
  {
    program: /^(?:sudo\s+)?docker(?:-|\s+)compose\s+(?!-)([a-z][\w-]*)/,
    name: 'docker compose',
    verbs:
      words(`attach build bridge commit config convert cp create down events exec export images kill logs ls pause port ps publish pull
      push restart rm run scale start stats stop top unpause up version volumes wait watch alpha`),
  },
  {
    program: /^(?:sudo\s+)?kubectl\s+(?!-)([a-z][\w-]*)/,
    name: 'kubectl',
    verbs:
      words(`alpha annotate api-resources api-versions apply attach auth autoscale certificate cluster-info completion config cordon cp
      create debug delete describe diff drain edit events exec explain expose get help kustomize kuberc label logs options patch plugin port-forward
      proxy replace rollout run scale set taint top uncordon version wait convert`),
  },
  {
    program: /^(?:sudo\s+)?systemctl\s+(?!-)([a-z][\w-]*)/,
    name: 'systemctl',
    verbs:
      words(`list-units list-sockets list-timers list-jobs list-dependencies list-unit-files list-automounts list-paths list-machines start stop reload restart try-restart
      reload-or-restart try-reload-or-restart isolate kill clean freeze thaw is-active is-failed is-enabled is-system-running status show cat set-property
      bind mount-image log-level log-target service-log-level help reset-failed enable disable reenable preset preset-all mask unmask link
      revert add-wants add-requires edit get-default set-default cancel show-environment set-environment unset-environment
      import-environment daemon-reload daemon-reexec default rescue emergency halt poweroff reboot kexec exit switch-root suspend
      hibernate hybrid-sleep soft-reboot whoami sleep force-reload condrestart`),
  },
];
