import { createKept } from './client/kept';

/** The sound of a message that comes while nobody looks. */
export interface Sound {
  isOn(): boolean;
  toggle(): void;
  play(): void;
}

const LOUDNESS = 0.06;
const SECONDS = 0.22;

/** A soft tone made by the browser itself. Browsers stay silent until the person has touched the page. */
export function createSound(): Sound {
  const kept = createKept('prp-chat.sound', (value) => (typeof value === 'boolean' ? value : undefined));
  let audio: AudioContext | undefined;
  return {
    isOn: () => kept.read() ?? true,
    toggle: () => kept.write(!(kept.read() ?? true)),
    play() {
      if (kept.read() === false || !('AudioContext' in window)) return;
      audio ??= new AudioContext();
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const now = audio.currentTime;
      tone.frequency.setValueAtTime(660, now);
      tone.frequency.setValueAtTime(880, now + SECONDS / 3);
      volume.gain.setValueAtTime(LOUDNESS, now);
      volume.gain.exponentialRampToValueAtTime(0.0001, now + SECONDS);
      tone.connect(volume).connect(audio.destination);
      tone.start(now);
      tone.stop(now + SECONDS);
    },
  };
}
