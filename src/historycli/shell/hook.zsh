# historycli @VERSION@ for zsh, made with: @OPTIONS@
#
# Put the line that reads this file last in ~/.zshrc: what others define as
# `history` before it is kept and called, what they define after it replaces it.
#
# It makes a function `@NAME@` that gives the words below to historycli and
# everything else, a bare `@NAME@` and all its options and numbers too, to what
# stood there before: your alias, your function, or the shell's own builtin.
# One thing is lost: `history today` no longer lists from the last command that
# begins with "today"; `builtin history today` still does.

typeset -g __historycli_program=@PROGRAM@ __historycli_files=@FILES@

# What is called for everything that is not ours; found once, also when this file is read twice.
if [[ -z ${__historycli_ready-} ]]; then
  zmodload -i zsh/parameter
  if (( ${+aliases[@NAME@]} )); then
    # An alias may begin with its own name, which then means the builtin.
    if [[ ${aliases[@NAME@]} == @NAME@ || ${aliases[@NAME@]} == @NAME@[[:space:]]* ]]; then
      functions[__historycli_otherwise]="builtin ${aliases[@NAME@]} \"\$@\""
    else
      functions[__historycli_otherwise]="${aliases[@NAME@]} \"\$@\""
    fi
    unalias @NAME@
  elif (( ${+functions[@NAME@]} )); then
    functions[__historycli_otherwise]=${functions[@NAME@]}
  else
    functions[__historycli_otherwise]='@OTHERWISE@ "$@"'
  fi
  typeset -g __historycli_ready=1
fi

function @NAME@ {
  case ${1-} in
    (@VERBS_BAR@)
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
  emulate -L zsh
  local -a list
  if (( CURRENT == 2 )); then
    if [[ ${words[1]:t} == historycli ]]; then list=(${=:-@COMMANDS_BARE@}); else list=(${=:-@VERBS_BARE@}); fi
  else
    case ${words[CURRENT - 1]} in
      (--topic) list=(${=:-@TOPICS_BARE@}) ;;
      (--region) list=(${=:-@REGIONS_BARE@}) ;;
      (--format) list=(rich plain json) ;;
      (*)
        if [[ ${words[CURRENT]} == -* ]]; then
          local __historycli_list=
          case ${words[2]} in
@OPTIONS_CASES@
          esac
          list=(${=__historycli_list})
        elif [[ ${words[2]} == (show|cite|open) && -x $__historycli_program ]]; then
          list=(${(f)"$("$__historycli_program" --complete-slugs "${words[CURRENT]}" 2>/dev/null)"})
        fi
        ;;
    esac
  fi
  compadd -a list
}
if (( ${+functions[compdef]} )); then
  compdef __historycli_complete historycli @NAME@
fi

# The greeting: today's line, from a file that the program made beforehand. No
# process starts, and nothing is said where anything is not as it should be.
__historycli_greet() {
  emulate -L zsh
  setopt noxtrace
  [[ -o interactive && -t 1 && ${TERM-} != dumb && -x $__historycli_program ]] || return 0
  local __historycli_how=${HISTORYCLI_GREETING-@GREETING@} __historycli_seen= __historycli_line=
  local __historycli_day=${HISTORYCLI_TODAY-}
  [[ $__historycli_how != off ]] || return 0
  [[ -n $__historycli_day ]] || __historycli_day=${(%):-%D{%Y-%m-%d}}
  if [[ $__historycli_how != always ]]; then
    { IFS= read -r __historycli_seen <$__historycli_files/greeted } 2>/dev/null || :
    [[ $__historycli_seen != $__historycli_day ]] || return 0
  fi
  { IFS= read -r __historycli_line <$__historycli_files/$__historycli_day } 2>/dev/null || :
  [[ -n $__historycli_line ]] || return 0
  print -r -- "$__historycli_line Read on: @NAME@ today" 2>/dev/null || :
  { print -r -- $__historycli_day >|$__historycli_files/greeted } 2>/dev/null || :
}
__historycli_greet || :
unfunction __historycli_greet
