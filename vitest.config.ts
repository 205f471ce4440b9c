import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Nothing may depend on the machine's zone; a far one shows it.
    env: { TZ: 'Pacific/Kiritimati', NO_COLOR: '1' },
    // One worker fewer than there are cores leaves half of a small machine idle.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
});
