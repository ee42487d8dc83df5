import type { Proxy } from 'toxiproxy-node-client';

/** Takes a toxic out; nothing happens where there is none of this name. */
export const removeToxic = async (proxy: Proxy, name: string): Promise<void> => {
  try {
    await (await proxy.getToxic(name)).remove();
  } catch (error) {
    if (!(error as Error).message.endsWith('status code 404')) throw error;
  }
};
