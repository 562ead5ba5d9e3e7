import { duration } from './words.ts';

/** Where talk goes: a stream that may be a terminal. */
export interface TalkStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Lines of talk, warnings, and steps that take time. */
export interface Talk {
  say(line: string): void;
  warn(line: string): void;
  step(title: string): (outcome: string) => void;
}

const frame = 100;

/** Terminals that do not know their width say 0. */
const unknownWidth = 80;

/** Erases the line and goes to its start. */
const erase = '\r\u001b[2K';

/**
 * Talk on a terminal: the running step is one line that is rewritten with its time and gone when it ends; lines said meanwhile stay
 * above it. Steps may be nested; the innermost is shown.
 *
 * @param seconds a clock that only goes forward
 */
export function terminalTalk(stream: TalkStream, seconds: () => number): Talk {
  const running: { readonly title: string; readonly since: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    const step = running.at(-1);
    if (!step) return;
    const text = `${step.title} … ${duration(seconds() - step.since)}`;
    stream.write(erase + text.slice(0, (stream.columns || unknownWidth) - 1));
  };
  const say = (line: string): void => {
    stream.write(`${running.length > 0 ? erase : ''}${line}\n`);
    draw();
  };
  return {
    say,
    warn: say,
    step(title) {
      const step = { title, since: seconds() };
      running.push(step);
      timer ??= setInterval(draw, frame).unref();
      draw();
      return () => {
        const at = running.indexOf(step);
        if (at >= 0) running.splice(at, 1);
        stream.write(erase);
        draw();
        if (running.length > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

/** Talk in a file or a pipe: one plain line when a step ends. */
export function plainTalk(stream: TalkStream, seconds: () => number): Talk {
  const say = (line: string): void => {
    stream.write(`${line}\n`);
  };
  return {
    say,
    warn: say,
    step(title) {
      const since = seconds();
      return (outcome) => {
        say(`${title}: ${outcome === '' ? 'done' : outcome} (${duration(seconds() - since)})`);
      };
    },
  };
}

/** No talk but warnings. */
export const silence: Omit<Talk, 'warn'> = { say: () => undefined, step: () => () => undefined };
