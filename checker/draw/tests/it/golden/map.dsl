// Written by `cargo stateline map`: to be renewed, not edited.
workspace "The map" {
  !identifiers flat
  model {
    c_screening = softwareSystem "screening" "Sanctions and PEP lists." "External"
    system = softwareSystem "The system" {
      c_compliance = container "compliance" "People who decide what no program may." {
        m_compliance = component "compliance"
      }
      c_ledger = container "ledger" "Whose money is where." {
        m_ledger = component "ledger"
      }
      c_payments = container "payments" "Moves clients’ money out." {
        m_payments = component "payments"
      }
      t_compliance_decided = container "compliance.decided" "" "compliance::Decided" "Topic"
      t_payout_blocked = container "payout.blocked" "" "payments::Blocked" "Topic"
    }
    c_compliance -> c_ledger "uses Amount, ConsumerId, TransactionId" "" "Use"
    c_compliance -> c_payments "uses Decision" "" "Use"
    c_compliance -> t_compliance_decided "publishes" "" "Message"
    c_payments -> c_ledger "calls load_account, transaction_amount, unload_account" "" "Call"
    c_payments -> c_screening "calls screen" "" "Call"
    c_payments -> t_payout_blocked "publishes" "" "Message"
    t_compliance_decided -> c_payments "is heard by" "" "Message"
    t_payout_blocked -> c_compliance "is heard by" "" "Message"
  }
  views {
    systemContext system "world" {
      include *
      autoLayout lr
    }
    container system "map" {
      include *
      autoLayout lr
    }
    component c_compliance "c_compliance" {
      include *
      autoLayout lr
    }
    component c_ledger "c_ledger" {
      include *
      autoLayout lr
    }
    component c_payments "c_payments" {
      include *
      autoLayout lr
    }
    styles {
      element "Container" {
        background #dbe9d8
        color #1b2a19
      }
      element "Component" {
        background #eef5ec
        color #1b2a19
      }
      element "External" {
        background #e4e4e4
        color #222222
        border dashed
      }
      element "Topic" {
        shape pipe
        background #fdf3d0
        color #33280a
      }
      relationship "Use" {
        style dotted
      }
      relationship "Call" {
        style solid
        thickness 3
      }
      relationship "NotAllowed" {
        color #b3261e
        style solid
        thickness 4
      }
      relationship "Tolerated" {
        color #b3261e
        style dashed
      }
    }
  }
}
