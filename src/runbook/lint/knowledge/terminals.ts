/**
 * `docker exec -it`, `docker compose exec -it`, `docker run -it`: the options with a `t` among them. `kubectl` and `podman`
 * warn and go on without a terminal.
 */
export const TERMINAL =
  /\b(docker(?:\s+container)?|docker-compose|docker\s+compose)((?:\s+-\S+(?:\s+[^-\s]\S*)?)*?)\s+(exec|run)\b((?:\s+-\S+(?:\s+[^-\s]\S*)?)*?)\s(-it|-ti|-i\s+-t|-t\s+-i|-t|--interactive\s+--tty|--tty)(?=\s)/;

/** Programs that want a terminal when nothing is given to them to do. */
export const WANTS_TERMINAL =
  /(?:^|\s)(?:\S*\/)?(?:ba|z|a|da|k|c)?sh(?:\s+-\w)?\s*$|\b(?:top|htop|vi|vim|nano|less|more|irb|ipython|console|shell|shell_plus|dbshell|mc|iex|tmux|screen)\b/;
