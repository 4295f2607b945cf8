# historycli @VERSION@ for bash, made with: @OPTIONS@
#
# Put the line that reads this file last in ~/.bashrc: what others define as
# `history` before it is kept and called, what they define after it replaces it.
#
# It makes a function `@NAME@` that gives the words below to historycli and
# everything else, a bare `@NAME@` and all its options and numbers too, to what
# stood there before: your alias, your function, or the shell's own builtin.

__historycli_program=@PROGRAM@
__historycli_files=@FILES@

# What is called for everything that is not ours; found once, also when this file is read twice.
if [[ -z ${__historycli_ready-} ]]; then
  if alias @NAME@ >/dev/null 2>&1; then
    __historycli_before=$(alias @NAME@)
    __historycli_before=${__historycli_before#*=}
    eval "__historycli_before=$__historycli_before"
    # An alias may begin with its own name, which then means the builtin.
    if [[ $__historycli_before == @NAME@ || $__historycli_before == @NAME@[[:space:]]* ]]; then
      __historycli_before="builtin $__historycli_before"
    fi
    eval "__historycli_otherwise() { $__historycli_before \"\$@\"; }"
    unalias @NAME@
  elif declare -F @NAME@ >/dev/null; then
    __historycli_before=$(declare -f @NAME@)
    eval "__historycli_otherwise${__historycli_before#@NAME@}"
  else
    __historycli_otherwise() { @OTHERWISE@ "$@"; }
  fi
  unset -v __historycli_before
  __historycli_ready=1
fi

function @NAME@ {
  case ${1-} in
    @VERBS_BAR@)
      if [[ -x $__historycli_program ]]; then
        "$__historycli_program" "$@"
        return
      fi
      ;;
  esac
  __historycli_otherwise "$@"
}

# The words after `@NAME@` and `historycli`: commands, options, topics, regions, names of entries.
__historycli_complete() {
  local __historycli_word=${COMP_WORDS[COMP_CWORD]} __historycli_last=${COMP_WORDS[COMP_CWORD - 1]} __historycli_list=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    if [[ $1 == historycli ]]; then __historycli_list=@COMMANDS@; else __historycli_list=@VERBS@; fi
  else
    case $__historycli_last in
      --topic) __historycli_list=@TOPICS@ ;;
      --region) __historycli_list=@REGIONS@ ;;
      --format) __historycli_list='rich plain json' ;;
      *)
        case ${COMP_WORDS[1]} in
@OPTIONS_CASES@
        esac
        [[ $__historycli_word == -* ]] || __historycli_list=
        case ${COMP_WORDS[1]} in
          show | cite | open)
            if [[ $__historycli_word != -* && -x $__historycli_program ]]; then
              __historycli_list=$("$__historycli_program" --complete-slugs "$__historycli_word" 2>/dev/null)
            fi
            ;;
        esac
        ;;
    esac
  fi
  local IFS=$' \t\n'
  # Words of our own making, without blanks or patterns in them.
  # shellcheck disable=SC2207
  COMPREPLY=($(compgen -W "$__historycli_list" -- "$__historycli_word"))
}
complete -o bashdefault -o default -F __historycli_complete historycli @NAME@

# The greeting: today's line, from a file that the program made beforehand. No
# process starts, and nothing is said where anything is not as it should be.
__historycli_greet() {
  [[ $- == *i* && -t 1 && ${TERM-} != dumb && -x $__historycli_program ]] || return 0
  local __historycli_how=${HISTORYCLI_GREETING-@GREETING@} __historycli_day=${HISTORYCLI_TODAY-}
  local __historycli_seen='' __historycli_line=''
  [[ $__historycli_how != off ]] || return 0
  if [[ -z $__historycli_day ]]; then
    if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 402)); then
      printf -v __historycli_day '%(%Y-%m-%d)T' -1
    else
      __historycli_day=$(date +%Y-%m-%d)
    fi
  fi
  if [[ $__historycli_how != always ]]; then
    { IFS= read -r __historycli_seen <"$__historycli_files/greeted"; } 2>/dev/null || :
    [[ $__historycli_seen != "$__historycli_day" ]] || return 0
  fi
  { IFS= read -r __historycli_line <"$__historycli_files/$__historycli_day"; } 2>/dev/null || :
  [[ -n $__historycli_line ]] || return 0
  printf '%s\n' "$__historycli_line Read on: @NAME@ today" 2>/dev/null || :
  { printf '%s\n' "$__historycli_day" >|"$__historycli_files/greeted"; } 2>/dev/null || :
}
__historycli_greet || :
unset -f __historycli_greet
