import { describe } from 'vitest';
import { apiErrorConformance } from './conformance/api-errors.ts';
import { apiConformance } from './conformance/api.ts';
import { cutConformance } from './conformance/cut-toxics.ts';
import { endConformance } from './conformance/end-toxics.ts';
import { linkConformance } from './conformance/links.ts';
import { paceConformance } from './conformance/pace-toxics.ts';
import { Rig } from './conformance/rig.ts';
import type { ServerUnderTest } from './conformance/rig.ts';

/**
 * What a proxy server has to do, whoever wrote it: what Toxiproxy 2.12 does. Nothing in here knows which server it is.
 * Not compared: the field `Logger` that Toxiproxy shows by accident, and the words of Go's JSON parser.
 */
export const proxyConformance = (name: string, start: () => Promise<ServerUnderTest>): void => {
  describe(`proxy server: ${name}`, () => {
    const rig = new Rig(start);
    apiConformance(rig);
    apiErrorConformance(rig);
    linkConformance(rig);
    paceConformance(rig);
    endConformance(rig);
    cutConformance(rig);
  });
};
