/**
 * `<Lobby onUnlock>`: client and chaperone before admission, from the LobbyView (form, waiting, declined,
 * over). Needs SessionContext and LocalMediaProvider above it; brings its own Page.
 */
export { Lobby, type LobbyBefore, type LobbyProps } from './lobby.tsx';
