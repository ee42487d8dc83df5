// A shell opened in a container, in a pod or on another host, for a person to type in.

/** A shell that is given nothing to do: `bash`, `/bin/sh -l` */
export const SHELL_ALONE = /^(?:\/\S*\/)?(?:ba|z|a|da|k)?sh(?:\s+(?:-[il]+|--login))*$/;

/** What starts it in a container or a pod. */
export const IN_CONTAINER = /^(?:docker|docker-compose|podman|nerdctl|crictl|kubectl|oc|k)\s/;

/** It needs no shell's name for that: `oc rsh web-1`. */
export const RSH = /^(?:oc|kubectl)\s(?:.*\s)?rsh\s/;

/** Another user's shell, or one more, in the one that is open: `su - postgres`, `bash`. Its `exit` leaves that one only. */
export const SHELL_WITHIN = /^(?:(?:sudo\s+)?su\b|sudo\s+-[is]\b|(?:\/\S*\/)?(?:ba|z|a|da|k)?sh\b)/;

/** What is not typed in a container, since it speaks of containers itself. */
export const OF_THE_HOST =
  /^(?:docker|docker-compose|podman|nerdctl|crictl|kubectl|oc|k|helm|minikube|ssh|scp)(?=\s|$)/;

/** "In it, run:", "Inside the container:", "Once connected" */
export const SAYS_INSIDE =
  /\b(?:in|inside|within|into|at)\s+(?:it|there|(?:the|this|that|its)\s+(?:[\w`-]+\s+){0,3}?(?:containers?|pod|shell|prompt|session)(?!\s+(?:logs?|status|list|runtime|is\b|has\b)))(?![\w-])|\bfrom\s+(?:inside|within)\b|(?:^|[.,:]\s*)inside\b|\bonce\s+(?:(?:you\s+are|you['’]re)\s+)?(?:inside|in|connected|logged\s+in|there)\b/im;

/** "1. Open a shell in the container", "### Step 2: Exec into the pod": a step that is there for those after it. */
export const ENTERS =
  /^\W*(?:step\s*)?\d+[.):]\W*(?:open|start|get|enter|exec(?:ute)?|attach|connect|log\s?in(?:to)?|shell|go|jump|drop)\b.*\b(?:shell|bash|terminal|session|containers?|pod)\b/i;

/** "2. Clear the journal": a next step, of which nothing else is said. */
export const NEXT_STEP = /^\s*\W*(?:step\s*)?\d+[.):][^\n]*\s*$/i;

/** "On it:", "On the server, run", "Once logged in" */
export const SAYS_THERE =
  /\b(?:on|at)\s+(?:it|(?:the|this|that)\s+(?:[\w`-]+\s+){0,2}?(?:servers?|host|machine|box|node|vm|instance|bastion))\b|\bthere\b|\bonce\s+(?:(?:you\s+are|you['’]re)\s+)?(?:in|connected|logged\s+in|there)\b/i;

/** "Leave the container", "press Ctrl-D", "type `exit`" */
export const SAYS_LEFT =
  /`(?:exit|logout)`|\b(?:exit|leave|quit|close|log\s?out\s+(?:of|from))\s+(?:from\s+)?(?:the|this|that|it)\b|\bctrl\s?[-+]?\s?d\b|\^D\b/i;

/** "Back on the host", "from your workstation", "outside the container" */
export const SAYS_BACK =
  /\b(?:on|from|to)\s+(?:the|your)\s+(?:docker\s+)?(?:host|laptop|workstation|own\s+machine|local\s+machine)\b|\boutside\b/i;

/** Root's prompt: in a container one mostly is. */
export const ROOT_PROMPT = /#$/;
