import { DAY, HOUR, MINUTE, SECOND } from './assumptions.ts';

/** `12,345`, with at most so many decimals. */
export function numberInWords(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: decimals });
}

/** `$1,234.50`. */
export function dollarsInWords(value: number): string {
  return `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** `3 %`. */
export function shareInWords(share: number): string {
  return `${numberInWords(share * 100, 1)} %`;
}

/** `512 B`, `3.4 MiB`. */
export function bytesInWords(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${numberInWords(bytes / 1024 ** step, step === 0 ? 0 : 1)} ${units[step]}`;
}

const UNITS = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
] as const;

/** `2 h`, `1.5 min`, `200 ms`: in the largest unit of which there is one at least. */
export function durationInWords(milliseconds: number): string {
  const [size, unit] = UNITS.find(([length]) => milliseconds >= length) ?? [1, 'ms'];
  return `${numberInWords(milliseconds / size, 1)} ${unit}`;
}

/** `2026-06-16 10:00 UTC`. */
export function momentInWords(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Breaks a text into lines of this width at most, at its spaces. */
export function folded(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
