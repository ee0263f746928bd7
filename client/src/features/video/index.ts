/**
 * Video and sound of the room.
 *
 * `<MediaProvider sessionId role>` stands inside SessionContext and LocalMediaProvider, above the lobby
 * and the room: it joins, leaves and rejoins as the view says, and plays the others' sound.
 * `<VideoStage tiles variant>` shows the others, the person's own picture, and what is true of the video;
 * `<MediaControls>` is mute, camera and devices. `VideoTile` and `MediaNotices` are the parts of a stage
 * for a screen that arranges them itself. `LineCall` is the line between therapist and chaperone;
 * `useMediaThere` is for the heartbeat, `useVoiceOf` for what makes way for a voice.
 */
export { LineCall } from './line-call.tsx';
export { useLine } from './line-context.ts';
export { useMediaThere, useVoiceOf } from './media-context.ts';
export { MediaControls } from './media-controls.tsx';
export { MediaNotices } from './media-notices.tsx';
export { MediaProvider } from './media-provider.tsx';
export { VideoStage } from './video-stage.tsx';
export { VideoTile } from './video-tile.tsx';
