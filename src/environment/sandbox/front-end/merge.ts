/** What several sources yield, as it comes. The first error ends them all. */
export async function* merge<T>(sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const step = async (iterator: AsyncIterator<T>) => ({ iterator, result: await iterator.next() });
  const pending = new Map(iterators.map((iterator) => [iterator, step(iterator)]));
  try {
    while (pending.size > 0) {
      const { iterator, result } = await Promise.race(pending.values());
      if (result.done) pending.delete(iterator);
      else {
        yield result.value;
        pending.set(iterator, step(iterator));
      }
    }
  } finally {
    // Not awaited: a source that waits for its next value would keep the others from being ended.
    for (const [iterator, next] of pending) {
      next.catch(() => {});
      iterator.return?.().catch(() => {});
    }
  }
}
