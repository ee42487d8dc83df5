import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { canRun } from '../support/require.ts';
import { conformance } from './conformance.ts';

const missing = await dockerBackend.missing();

if (canRun('the docker backend', hasErrors(missing) ? missing[0]?.message : undefined))
  conformance(dockerBackend);
