// A closed load: so many requests, so many of them at a time.

/** Resolves to how many of the requests succeeded. */
export async function sendAll(get, { requests, concurrency }) {
  let next = 0;
  let succeeded = 0;
  async function worker() {
    while (next < requests) {
      const ok = await get(`/item/${next++}`).then(
        () => true,
        () => false,
      );
      if (ok) succeeded++;
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker));
  return succeeded;
}
