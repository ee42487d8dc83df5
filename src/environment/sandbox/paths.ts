/** Folders on the drill's host. All of it is a tmpfs that ends with the sandbox. */
const RUN = '/run/drillbook';

export const paths = {
  run: RUN,
  /** First on the operator's PATH. */
  bin: `${RUN}/bin`,
  frontEndSocket: `${RUN}/front-end.sock`,
  volumes: `${RUN}/volumes`,
  containers: `${RUN}/containers`,
  /** `/usr/bin` as an image has it. */
  userland: `${RUN}/userland`,
  overlays: `${RUN}/overlays`,
  clocks: `${RUN}/clocks`,
  /** Where `ip netns` keeps its handles. */
  namespaces: '/run/netns',
} as const;
