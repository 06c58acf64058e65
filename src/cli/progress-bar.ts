/** Shows how far a long work has come, on standard error: a bar for people, a line a tenth for log files. */
export interface ProgressBar {
  update(done: number, total: number): void;
  end(): void;
}

const WIDTH = 30;

/** A bar with a label; `write` and `terminal` are standard error and whether it is a screen. */
export function progressBar(
  label: string,
  write: (text: string) => void = (text) => process.stderr.write(text),
  terminal = process.stderr.isTTY,
): ProgressBar {
  const began = performance.now();
  let shown = -1;
  return {
    update(done, total) {
      const share = total === 0 ? 1 : Math.min(done / total, 1);
      const step = Math.floor(share * (terminal ? 100 : 10));
      if (step === shown) return;
      shown = step;
      const seconds = (performance.now() - began) / 1000;
      const left = share > 0 && share < 1 ? `, ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
      const filled = Math.round(share * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      const line = `${label} ${bar} ${done}/${total} (${seconds.toFixed(0)} s${left})`;
      write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: () => {
      if (terminal && shown >= 0) write('\n');
    },
  };
}
