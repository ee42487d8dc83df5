import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { conformance } from './conformance.ts';

conformance(sandboxBackend);
