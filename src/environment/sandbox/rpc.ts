import type { Socket } from 'node:net';
import type { System } from '../../compose/model.ts';
import type {
  ControlAction,
  ExecOptions,
  ExecResult,
  Refusal,
  ServiceChange,
  ServiceChanges,
  ServiceStatus,
  Toxic,
} from '../model.ts';
import type { Machine } from './machine.ts';

/** First message to the agent. */
export interface Setup {
  readonly system: System;
  readonly machine: Machine;
  readonly movableClocks: readonly string[];
  /** Service → its initialised data folder. */
  readonly templates: Readonly<Record<string, string>>;
}

/** What Drillbook asks of the agent. Each is a method of the agent's; the answers are promises outside. */
export interface AgentApi {
  /** Resolves when each service is ready. */
  start(signal: AbortSignal): Promise<{ readonly links: readonly string[] }>;
  status(service: string): Promise<ServiceStatus>;
  logs(service: string, tail: number): Promise<string>;
  exec(
    service: string,
    argv: readonly string[],
    options: Omit<ExecOptions, 'signal'>,
    signal: AbortSignal,
  ): Promise<ExecResult>;
  runBeside(service: string, argv: readonly string[], signal: AbortSignal): Promise<ExecResult>;
  recreate(service: string, changes: ServiceChanges, cause: string): Promise<void>;
  control(service: string, action: ControlAction, cause: string): Promise<void>;
  dial(host: string, port: number, signal: AbortSignal): Promise<Socket>;
  dialLink(link: string, signal: AbortSignal): Promise<Socket>;
  addToxic(link: string, toxic: Toxic): Promise<void>;
  removeToxic(link: string, name: string): Promise<void>;
  setEnabled(link: string, enabled: boolean): Promise<void>;
  setNamed(service: string, named: boolean): Promise<void>;
  moveClock(service: string, offsetMs: number): Promise<void>;
}

export type Method = keyof AgentApi;

/** Drillbook to agent. */
export type Request =
  | { readonly type: 'setup'; readonly setup: Setup }
  | { readonly type: 'call'; readonly id: number; readonly method: Method; readonly args: readonly unknown[] }
  | { readonly type: 'abort'; readonly id: number }
  /** The call's socket has arrived. */
  | { readonly type: 'taken'; readonly id: number };

/** Agent to Drillbook. */
export type Reply =
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  /** A result that travels beside the message. */
  | { readonly type: 'socket'; readonly id: number }
  | { readonly type: 'error'; readonly id: number; readonly error: RemoteError }
  | { readonly type: 'service'; readonly change: ServiceChange }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** What is left of an error on its way through the channel. */
export interface RemoteError {
  readonly name: string;
  readonly message: string;
  /** `ECONNREFUSED`, or a HarnessError's. */
  readonly code?: string;
  readonly hint?: string;
  readonly stack?: string;
}
