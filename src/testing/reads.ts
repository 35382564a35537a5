/** Files and names of hosts that are on their way, as modules are that load when they are needed. */
export interface Reads {
  underWay(): boolean;
  /** No longer watches. */
  stop(): void;
}

type AsyncHooks = typeof import('node:async_hooks');

/**
 * Watches what the platform reads. Node.js lists it among its active resources, but
 * from 26 on not a small file, which it reads in one go; its hooks tell of that too.
 * Browsers, and what stands in for Node.js, have neither, or do not tell.
 */
export function watchReads(): Reads {
  const { process } = globalThis;
  const files = watchFiles(process?.getBuiltinModule?.('node:async_hooks'));
  return {
    underWay() {
      const active = process?.getActiveResourcesInfo?.() ?? [];
      return files.underWay() || active.some((kind) => /^(FSReq|CloseReq|GetAddrInfoReq)/.test(kind));
    },
    stop: files.stop,
  };
}

function watchFiles(hooks: AsyncHooks | undefined): Reads {
  if (hooks === undefined || !canLeaveOutPromises(hooks)) return { underWay: () => false, stop() {} };
  const pending = new Set<number>();
  const ended = (id: number) => void pending.delete(id);
  const hook = hooks.createHook({
    ...withoutPromises,
    init(id, type) {
      if (type.startsWith('FSREQ')) pending.add(id);
    },
    // Its callback is called once; destroyed is one that was given up.
    after: ended,
    destroy: ended,
  });
  hook.enable();
  return { underWay: () => pending.size > 0, stop: () => void hook.disable() };
}

const withoutPromises = { trackPromises: false };

/** Before Node.js 24.12, a hook is told of every promise, which would slow down all that is tested. */
function canLeaveOutPromises({ createHook }: AsyncHooks): boolean {
  try {
    createHook({ ...withoutPromises, promiseResolve() {} });
    return false;
  } catch {
    // The two contradict each other, where the first one is known.
    return true;
  }
}
