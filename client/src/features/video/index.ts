/**
 * Video and sound of the room.
 *
 * `<MediaProvider sessionId role>` stands inside SessionContext and LocalMediaProvider, above the lobby
 * and the room: it joins, leaves and rejoins as the view says, and plays the others' sound.
 * `<VideoStage tiles variant>` shows the others, the person's own picture, and what is true of the video;
 * `<MediaControls>` is mute, camera and devices. `VideoTile`, `SelfView`, `MediaNotices` and `DeviceNotices` are the parts
 * of a stage for a screen that arranges them itself. `useMedia()` is the state for anything else.
 */
export { MediaControls } from './media-controls.tsx';
export { useMedia } from './media-context.ts';
export { MediaProvider, type MediaProviderProps } from './media-provider.tsx';
export { DeviceNotices } from './device-notices.tsx';
export { MediaNotices, type MediaNoticesProps } from './media-notices.tsx';
export type { MediaSnapshot } from './media-connection.ts';
export { mediaWords, type MediaState } from './media-state.ts';
export { SelfView } from './self-view.tsx';
export { VideoStage, type VideoStageProps } from './video-stage.tsx';
export { VideoTile, type VideoTileProps } from './video-tile.tsx';
